"use strict";
(() => {
  // Light and dark follow the system until the reader chooses; the choice is kept where the browser allows it.
  const rules = document.getElementById("dark"), scheme = document.querySelector("meta[name=color-scheme]");
  const button = document.getElementById("dark-button"), system = rules.media, kept = "reportgen-theme";
  const show = (theme) => {
    rules.media = { dark: "screen", light: "not all" }[theme] ?? system;
    scheme.content = theme ?? "light dark";
    button.setAttribute("aria-pressed", String(matchMedia(rules.media).matches));
  };
  const remembered = () => { try { return localStorage.getItem(kept) ?? undefined; } catch { return undefined; } };
  const remember = (theme) => { try { localStorage.setItem(kept, theme); } catch { /* a page opened as a file may not */ } };
  button.hidden = false;
  button.addEventListener("click", () => {
    const theme = button.getAttribute("aria-pressed") === "true" ? "light" : "dark";
    remember(theme);
    show(theme);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => show(remembered()));
  show(remembered());
})();
