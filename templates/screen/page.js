"use strict";
(() => {
  // The contents follow the scroll.
  const links = new Map([...document.querySelectorAll("#contents a")].map((a) => [a.hash.slice(1), a]));
  const headings = [...document.querySelectorAll("main h1[id], main h2[id], main h3[id]")].filter((h) => links.has(h.id));
  let current = null;
  const follow = () => {
    let last = headings[0];
    for (const heading of headings) if (heading.getBoundingClientRect().top < 120) last = heading;
    if (!last || last === current) return;
    if (current) links.get(current.id).removeAttribute("aria-current");
    current = last;
    const link = links.get(current.id);
    link.setAttribute("aria-current", "true");
    const box = link.closest("nav");
    if (getComputedStyle(box).position === "sticky") box.scrollTop = link.offsetTop - box.clientHeight / 2;
  };
  addEventListener("scroll", () => requestAnimationFrame(follow), { passive: true });
  follow();

  // Where the contents stand above the text they are folded.
  const folded = document.querySelector("#contents details");
  folded.open = matchMedia("(min-width: 1081px)").matches;
  document.querySelector(".to-contents").addEventListener("click", () => (folded.open = true));

  // Numbers tell where they come from.
  const data = JSON.parse(document.getElementById("number-tips").textContent);
  const tip = document.getElementById("tip");
  let owner = null;
  const line = (head, text) => {
    if (!text) return;
    const row = document.createElement("p");
    row.append(Object.assign(document.createElement("b"), { textContent: head }), text);
    tip.append(row);
  };
  const tell = (address) => {
    const fact = data.facts[address];
    line("", address);
    if (!fact) return;
    line("数值", `${fact[0]}${fact[1]}`);
    line("状态", fact[2]);
    const origin = data.metrics[address.split(".")[0]];
    if (origin) {
      line("算法", origin[0]);
      line("来自", origin[1].join("、"));
      line("来源", origin[2].join("；"));
    }
    line("印于", fact[3].join("；"));
  };
  const show = (number) => {
    if (owner === number) return;
    hide();
    owner = number;
    tip.replaceChildren();
    number.dataset.address.split(" ").filter(Boolean).slice(0, 4).forEach(tell);
    tip.hidden = false;
    number.setAttribute("aria-describedby", "tip");
    const at = number.getBoundingClientRect(), width = tip.offsetWidth, height = tip.offsetHeight;
    const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8));
    const above = at.top > height + 70;
    tip.style.left = `${left}px`;
    tip.style.top = `${above ? at.top - height - 6 : at.bottom + 6}px`;
  };
  const hide = () => {
    if (owner) owner.removeAttribute("aria-describedby");
    owner = null;
    tip.hidden = true;
  };
  const numberOf = (event) => event.target.closest?.(".number[data-address]");
  document.addEventListener("mouseover", (event) => (numberOf(event) ? show(numberOf(event)) : event.target.closest?.("#tip") || hide()));
  document.addEventListener("click", (event) => (numberOf(event) ? show(numberOf(event)) : hide()));
  document.addEventListener("focusin", (event) => (numberOf(event) ? show(numberOf(event)) : hide()));
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  addEventListener("scroll", hide, { passive: true });

  // By keyboard numbers are reached on demand: there are too many to pass on the way.
  const reach = document.getElementById("reach-numbers");
  reach.hidden = false;
  reach.addEventListener("click", () => {
    const on = reach.getAttribute("aria-pressed") !== "true";
    reach.setAttribute("aria-pressed", String(on));
    document.body.classList.toggle("numbers-marked", on);
    document.querySelectorAll(".number[data-address]").forEach((number) => (on ? (number.tabIndex = 0) : number.removeAttribute("tabindex")));
  });

  // Figures enlarge.
  const dialog = document.getElementById("enlarged");
  document.querySelectorAll("main figure").forEach((figure) => {
    const picture = figure.querySelector("[role=img]");
    const button = Object.assign(document.createElement("button"), { type: "button", className: "enlarge", textContent: "放大" });
    button.setAttribute("aria-label", `放大${figure.querySelector("figcaption .numeral").textContent}`);
    button.addEventListener("click", () => {
      const copy = picture.cloneNode(true);
      copy.querySelectorAll("[id]").forEach((part) => (part.id = `enlarged-${part.id}`));
      copy.querySelectorAll("*").forEach((part) => {
        for (const name of ["href", "xlink:href", "clip-path"]) {
          const value = part.getAttribute(name);
          if (value && value.includes("#")) part.setAttribute(name, value.replace("#", "#enlarged-"));
        }
      });
      dialog.querySelector("div").replaceChildren(copy);
      dialog.showModal();
    });
    figure.append(button);
  });
})();
