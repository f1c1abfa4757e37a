"use strict";
(() => {
  // Numbers tell what they are, where they come from, and where else they are printed.
  const data = JSON.parse(document.getElementById("number-tips").textContent);
  const tip = document.getElementById("tip");
  const numbers = [...document.querySelectorAll("main .number[data-address]")];
  const headings = [...document.querySelectorAll("main :is(h1, h2, h3, h4)[id]")];
  const addressesOf = (number) => number.dataset.address.split(" ").filter(Boolean);
  const printed = new Map();
  for (const number of numbers)
    for (const address of addressesOf(number)) printed.set(address, [...(printed.get(address) ?? []), number]);

  // A place: its words, and what a link to it leads to. A figure is one place.
  const wordsOf = (heading) =>
    heading.tagName === "H1" ? document.querySelector(`#contents a[href="#${heading.id}"]`).textContent : heading.querySelector(".numeral").textContent;
  const placeOf = (number) => {
    const figure = number.closest("figure");
    if (figure) return { words: figure.querySelector("figcaption .numeral").textContent, target: figure };
    const path = [];
    for (const heading of headings) {
      if (!(heading.compareDocumentPosition(number) & Node.DOCUMENT_POSITION_FOLLOWING)) break;
      const level = Number(heading.tagName[1]);
      path.splice(level);
      path[level] = heading;
    }
    return { words: path.filter(Boolean).map(wordsOf).join(""), target: number };
  };
  const elsewhere = (address, here) => {
    const found = new Map();
    for (const number of printed.get(address) ?? []) {
      const { words, target } = placeOf(number);
      if (words !== placeOf(here).words && !found.has(words)) found.set(words, target);
    }
    return [...found].map(([words, target]) => {
      target.id ||= `number-${numbers.indexOf(target) + 1}`;
      return link(words, target.id);
    });
  };

  // The text of the tip.
  const make = (tag, ...content) => {
    const made = document.createElement(tag);
    made.append(...content);
    return made;
  };
  const traced = (address) => // a finished paper has a page of traces beside it
    tip.dataset.traces ? Object.assign(make("a", address), { href: `${tip.dataset.traces}#${encodeURIComponent(address)}`, title: "逐步追溯到统计表和参数" }) : address;
  const link = (words, id) => Object.assign(make("a", words), { href: `#${id}` });
  const formula = (text) => {
    const found = text.match(/^第（(.+?)）式/);
    const leads = found && document.getElementById(`formula-${found[1]}`);
    return leads ? [link(found[0], leads.id), text.slice(found[0].length)] : [text];
  };
  const parted = (parts, mark) => parts.flatMap((part, index) => (index ? [mark, part] : [part]));
  const tell = (address, here) => {
    const fact = data.facts[address];
    if (!fact) return [make("p", address)];
    const [label, value, unit, status, key] = fact, [how, inputs, sources] = data.origins[key] ?? ["", [], []];
    const rows = [
      ["数值", [`${value}${unit}`]],
      ["状态", [`${status}：${data.statuses[status]}`]],
      ["算法", how ? formula(how) : []],
      ["输入", parted(inputs, "、")],
      ["另见", parted(elsewhere(address, here), "、")],
      ["来源", parted(sources, "；")],
      ["地址", [traced(address)]],
    ].filter(([, content]) => content.length);
    const list = make("dl", ...rows.flatMap(([head, content]) => [make("dt", head), make("dd", ...content)]));
    return [make("p", label), list];
  };

  // The tip stands behind its number in the page, so that the tab key leads into it. It comes when the pointer
  // rests on the number, stays while it is on either of the two, and for good once the number is clicked.
  let owner = null, pinned = false, coming = 0, leaving = 0;
  const bar = document.querySelector(".bar").offsetHeight, margin = 8;
  const put = () => {
    const at = owner.getBoundingClientRect(), above = at.top - bar - margin, below = innerHeight - at.bottom - margin;
    tip.style.maxHeight = `${Math.max(above, below, 120)}px`;
    const up = tip.offsetHeight <= above || above > below;
    const left = Math.min(at.left, document.documentElement.clientWidth - tip.offsetWidth - margin);
    tip.style.left = `${Math.max(margin, left)}px`;
    tip.style.top = `${up ? Math.max(bar, at.top - tip.offsetHeight - 4) : at.bottom + 4}px`;
  };
  const still = () => [coming, leaving].forEach(clearTimeout);
  const hide = () => {
    still();
    owner?.removeAttribute("aria-describedby");
    owner = null;
    pinned = false;
    tip.hidden = true;
  };
  const show = (number) => {
    still();
    if (owner === number) return;
    hide();
    owner = number;
    tip.replaceChildren(...addressesOf(number).flatMap((address) => tell(address, number)));
    number.after(tip);
    tip.hidden = false;
    tip.scrollTop = 0;
    number.setAttribute("aria-describedby", "tip");
    put();
  };
  const held = () => pinned || owner === document.activeElement || tip.contains(document.activeElement);
  const numberAt = (event) => event.target.closest?.("main .number[data-address]");
  const inTip = (event) => tip.contains(event.target);
  document.addEventListener("mouseover", (event) => {
    const number = numberAt(event);
    still();
    if (number && number !== owner) coming = setTimeout(() => held() || show(number), 150);
    if (owner && number !== owner && !inTip(event)) leaving = setTimeout(() => held() || hide(), 300);
  });
  document.addEventListener("pointerdown", (event) => owner && !inTip(event) && numberAt(event) !== owner && hide());
  const press = (number) => {
    if (owner === number && pinned) return hide();
    show(number);
    pinned = true;
  };
  document.addEventListener("click", (event) => {
    if (numberAt(event)) press(numberAt(event));
    else if (inTip(event) && event.target.closest("a")) hide();
  });
  document.addEventListener("focusin", (event) => {
    if (numberAt(event)) show(numberAt(event));
    else if (owner && !inTip(event)) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && owner) {
      if (tip.contains(document.activeElement)) owner.focus();
      hide();
    } else if ((event.key === "Enter" || event.key === " ") && numberAt(event) === document.activeElement) {
      event.preventDefault();
      press(document.activeElement);
    }
  });
  addEventListener("scroll", (event) => owner && event.target !== tip && put(), { passive: true, capture: true });
  addEventListener("resize", () => owner && put());

  // By keyboard numbers are reached on demand: there are too many to pass on the way.
  const reach = document.getElementById("reach-numbers");
  reach.hidden = false;
  document.getElementById("hint").hidden = false;
  reach.addEventListener("click", () => {
    const on = reach.getAttribute("aria-pressed") !== "true";
    reach.setAttribute("aria-pressed", String(on));
    document.body.classList.toggle("numbers-marked", on);
    for (const number of numbers)
      for (const [name, value] of [["tabindex", "0"], ["role", "button"]]) on ? number.setAttribute(name, value) : number.removeAttribute(name);
  });
})();
