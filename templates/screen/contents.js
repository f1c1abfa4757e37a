"use strict";
(() => {
  // The contents follow the scroll: the section is current, its chapter is marked too.
  const links = new Map([...document.querySelectorAll("#contents a")].map((link) => [link.hash.slice(1), link]));
  const headings = [...document.querySelectorAll("main :is(h1, h2, h3)[id]")].filter((one) => links.has(one.id));
  const nav = document.getElementById("contents");
  let current = null;
  const mark = (heading, chapter, on) => {
    if (on) links.get(heading.id).setAttribute("aria-current", "true");
    else links.get(heading.id).removeAttribute("aria-current");
    links.get(chapter.id).classList.toggle("within", on);
  };
  const chapterOf = (heading) => heading.closest(".chapter").querySelector("h1");
  const follow = () => {
    let last = headings[0];
    for (const heading of headings) if (heading.getBoundingClientRect().top < 120) last = heading;
    if (!last || last === current) return;
    if (current) mark(current, chapterOf(current), false);
    current = last;
    mark(current, chapterOf(current), true);
    const link = links.get(current.id);
    if (getComputedStyle(nav).position === "sticky") nav.scrollTop = link.offsetTop - nav.clientHeight / 2;
  };
  addEventListener("scroll", () => requestAnimationFrame(follow), { passive: true });
  follow();

  // Where the contents stand above the text they are folded; a choice closes them again.
  const folded = document.querySelector("#contents details");
  const beside = matchMedia("(min-width: 1081px)");
  const fold = () => (folded.open = beside.matches);
  beside.addEventListener("change", fold);
  fold();
  document.querySelector(".to-contents").addEventListener("click", () => (folded.open = true));
  nav.addEventListener("click", (event) => event.target.closest("a") && fold());
})();
