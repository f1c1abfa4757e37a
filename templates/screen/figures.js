"use strict";
(() => {
  // Figures enlarge.
  const dialog = document.getElementById("enlarged");
  const own = (copy) => {
    copy.querySelectorAll("[id]").forEach((part) => (part.id = `enlarged-${part.id}`));
    copy.querySelectorAll("*").forEach((part) => {
      ["tabindex", "data-address"].forEach((name) => part.removeAttribute(name));
      for (const name of ["href", "xlink:href", "clip-path"]) {
        const value = part.getAttribute(name);
        if (value && value.includes("#")) part.setAttribute(name, value.replace("#", "#enlarged-"));
      }
    });
    return copy;
  };
  document.querySelectorAll("main figure").forEach((figure) => {
    const picture = figure.querySelector("[role=img], .heat"), title = figure.querySelector("figcaption");
    const name = title.querySelector(".numeral").textContent;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "enlarge", textContent: "放大" });
    button.setAttribute("aria-label", `放大${name}`);
    button.addEventListener("click", () => {
      dialog.setAttribute("aria-label", title.textContent);
      dialog.querySelector("p").textContent = `${name}　${title.textContent.slice(name.length)}`;
      dialog.querySelector("div").replaceChildren(own(picture.cloneNode(true)));
      dialog.showModal();
    });
    figure.append(button);
  });
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());

  // What is wider than its frame is scrolled with the keyboard too.
  const frames = [...document.querySelectorAll(".scroll, .table, .formula > div")];
  const watch = new ResizeObserver((seen) => {
    for (const { target } of seen) {
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });
  frames.forEach((frame) => watch.observe(frame));
})();
