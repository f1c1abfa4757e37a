"use strict";
(() => {
  // The preview: takes over what changed, shows what is wrong, tells where a paragraph stands in the files.
  const settings = JSON.parse(document.querySelector("meta[name=preview]").content);
  const main = document.getElementById("main"), kept = "reportgen-preview-place";
  let version = settings.version;

  const make = (tag, attributes, ...content) => {
    const made = Object.assign(document.createElement(tag), attributes);
    made.append(...content);
    return made;
  };

  // The scripts of the paper start anew on every state of the page: what they listen to is let go before.
  let listening = new AbortController();
  const addListener = EventTarget.prototype.addEventListener;
  const start = () => {
    listening.abort();
    listening = new AbortController();
    const { signal } = listening;
    document.querySelectorAll("main .enlarge").forEach((button) => button.remove());
    EventTarget.prototype.addEventListener = function (type, heard, options) {
      const asked = typeof options === "object" ? options : { capture: Boolean(options) };
      return addListener.call(this, type, heard, { ...asked, signal });
    };
    try {
      if (document.getElementById("number-tips")) startPaper();
    } finally {
      EventTarget.prototype.addEventListener = addListener;
    }
  };

  // The reading position: the first block in view stays where it is.
  const top = () => document.querySelector(".bar")?.offsetHeight ?? 0;
  const blocks = () => [...main.querySelectorAll("[data-place]")].filter((one) => one.dataset.place);
  const firstInView = () => blocks().find((one) => one.getBoundingClientRect().bottom > top() + 1);
  const keepingPlace = (change) => {
    const all = blocks(), at = all.indexOf(firstInView());
    const following = all.slice(Math.max(at, 0)).map((one) => [one, one.getBoundingClientRect().top]);
    const before = all.slice(0, Math.max(at, 0)).reverse().map((one) => [one, one.getBoundingClientRect().top]);
    change();
    const stays = [...following, ...before].find(([one]) => one.isConnected);
    if (stays) scrollBy({ top: stays[0].getBoundingClientRect().top - stays[1], behavior: "instant" });
  };
  const reload = () => {
    const first = firstInView();
    if (first) sessionStorage.setItem(kept, JSON.stringify([first.dataset.place, first.getBoundingClientRect().top]));
    location.reload();
  };
  const fileOf = (place) => place.slice(0, place.lastIndexOf(":"));
  const lineOf = (place) => Number(place.slice(place.lastIndexOf(":") + 1));
  const blockAt = (place) => {
    const same = blocks().filter((one) => fileOf(one.dataset.place) === fileOf(place));
    return same.filter((one) => lineOf(one.dataset.place) <= lineOf(place)).at(-1) ?? same[0];
  };
  const comeBack = () => {
    const left = JSON.parse(sessionStorage.getItem(kept) ?? "null");
    sessionStorage.removeItem(kept);
    const block = left && blockAt(left[0]);
    if (block) scrollBy({ top: block.getBoundingClientRect().top - left[1], behavior: "instant" });
  };

  // Take over a chapter: blocks that are the same stay the elements they are.
  const elements = (html) => [...make("template", { innerHTML: html }).content.children];
  const takeChapter = (chapter, fresh) => {
    const section = document.getElementById(chapter.anchor).closest(".chapter");
    const there = new Map();
    for (const one of section.querySelectorAll(":scope > [data-piece]"))
      there.set(one.dataset.piece, [...(there.get(one.dataset.piece) ?? []), one]);
    if (chapter.head !== null) {
      const old = [...section.children].filter((one) => !one.dataset.piece && !one.matches(".preview-fault"));
      const head = elements(chapter.head);
      section.prepend(...head);
      old.forEach((one) => one.remove());
      fresh.push(...head);
    }
    let last = [...section.children].filter((one) => !one.dataset.piece && !one.matches(".preview-fault")).at(-1);
    for (const [key, place] of chapter.pieces) {
      let block = there.get(key)?.shift();
      if (!block) {
        [block] = elements(chapter.fresh[key] ?? section.querySelector(`[data-piece="${key}"]`).outerHTML);
        fresh.push(block);
      }
      block.dataset.place = place;
      if (last.nextElementSibling !== block) last.after(block);
      last = block;
    }
    there.forEach((left) => left.forEach((one) => one.remove()));
  };
  const take = (changes) => {
    const fresh = [];
    document.querySelectorAll(".preview-fault").forEach((one) => one.remove());
    document.body.append(document.getElementById("tip"));
    document.getElementById("tip").hidden = true;
    if (changes.tips) document.getElementById("number-tips").textContent = changes.tips;
    if (changes.hero) document.querySelector(".hero").replaceWith(...elements(changes.hero));
    if (changes.contents) document.getElementById("contents").replaceWith(...elements(changes.contents));
    (changes.chapters ?? []).forEach((chapter) => takeChapter(chapter, fresh));
    start();
    fresh.forEach((one) => {
      one.classList.add("preview-fresh");
      setTimeout(() => one.classList.remove("preview-fresh"), 2500);
    });
    return fresh;
  };

  // What stands at the edge of the window: state, search, errors; and what a click tells.
  const state = make("button", { type: "button", className: "preview-state", title: "到刚改动的地方" });
  const query = make("input", { type: "search", placeholder: "查数：如 制造业 增速", spellcheck: false });
  query.setAttribute("aria-label", "查数");
  const hits = make("div", { className: "preview-hits", hidden: true });
  const panel = make("section", { className: "preview-panel", hidden: true });
  panel.setAttribute("role", "alert");
  const dock = make("section", { className: "preview-dock", hidden: true });
  dock.setAttribute("aria-live", "polite");
  const mark = make("button", { type: "button", className: "preview-mark", title: "这一段在哪个文件的哪一行", hidden: true }, "行");
  mark.setAttribute("aria-label", "这一段在哪个文件的哪一行");
  const edge = make("aside", { id: "preview" }, panel, dock, hits, make("div", { className: "preview-row" }, state, query));
  edge.setAttribute("aria-label", "预览");
  document.body.append(edge, mark);

  const copy = async (text, button) => {
    const label = button.textContent;
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = "已复制";
    } catch {
      button.textContent = "请按 Ctrl-C";
      const range = document.createRange();
      range.selectNodeContents(button.previousElementSibling);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
    }
    setTimeout(() => (button.textContent = label), 1500);
  };
  const copied = (text) => {
    const button = make("button", { type: "button" }, "复制");
    button.addEventListener("click", () => copy(text, button));
    return [make("code", {}, text), button];
  };
  const close = () => make("button", { type: "button", className: "preview-close", ariaLabel: "关闭" }, "×");
  const showDock = (...rows) => {
    const closing = close();
    closing.addEventListener("click", () => (dock.hidden = true));
    dock.replaceChildren(closing, ...rows);
    dock.hidden = false;
  };

  // Where a block stands.
  const blockOf = (element) => {
    const note = element.closest?.(".notes li[id]");
    const called = note && document.getElementById(note.id.replace("note-", "call-"));
    const block = (called ?? element).closest?.("main [data-place]");
    return block?.dataset.place ? block : null;
  };
  let told = null;
  const tellPlace = (block) => {
    told?.classList.remove("preview-told");
    told = block;
    block.classList.add("preview-told");
    const place = block.dataset.place, file = fileOf(place);
    const path = `${file.includes("/") ? "content/editions/" : "content/chapters/"}${place}`;
    const row = make("p", {}, ...copied(path));
    if (settings.editor) {
      const whole = `${settings.root}/${path.slice(0, path.lastIndexOf(":"))}`.split("/").map(encodeURIComponent).join("/");
      row.append(make("a", { href: settings.editor.replace("{file}", whole).replace("{line}", lineOf(place)) }, "打开"));
    }
    showDock(row);
  };
  let marked = null;
  main.addEventListener("mouseover", (event) => {
    const block = blockOf(event.target);
    if (!block) return;
    marked = block;
    const at = block.getBoundingClientRect();
    mark.style.left = `${Math.max(2, at.left + scrollX - 30)}px`;
    mark.style.top = `${at.top + scrollY}px`;
    mark.hidden = false;
  });
  mark.addEventListener("click", () => marked && tellPlace(marked));
  addEventListener("click", (event) => {
    const block = event.altKey && blockOf(event.target);
    if (!block) return;
    event.preventDefault();
    event.stopPropagation();
    tellPlace(block);
  }, true);
  addEventListener("keydown", (event) => {
    if (event.target.closest?.("input, textarea, select, dialog") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") dock.hidden = true;
    if (event.key === "/") {
      event.preventDefault();
      query.focus();
    }
    if (event.key !== "." && event.key !== ",") return;
    const all = blocks(), step = event.key === "." ? 1 : -1;
    const inView = told?.isConnected && !dock.hidden;
    const next = inView ? all[all.indexOf(told) + step] : firstInView();
    if (!next) return;
    tellPlace(next);
    next.scrollIntoView({ block: "nearest" });
  });

  // What a number is, ready to paste.
  const factRow = (fact) =>
    make("div", { className: "preview-fact" },
      make("p", {}, make("b", {}, fact.address), ` ${fact.value}`, make("small", {}, fact.status)),
      make("p", {}, ...copied(fact.paste)));
  const asked = async (parameters) => (await fetch(`/facts?${new URLSearchParams(parameters)}`)).json();
  main.addEventListener("click", async (event) => {
    const number = event.target.closest(".number[data-address]");
    if (!number || event.altKey) return;
    const addresses = number.dataset.address.split(" ").filter(Boolean);
    const answers = await Promise.all(addresses.map((address) => asked({ address })));
    showDock(...answers.flatMap((answer) => answer.facts.map(factRow)));
  });

  // The search.
  let latest = 0;
  const search = async () => {
    const mine = ++latest, words = query.value.trim();
    if (!words) return (hits.hidden = true);
    const { count, facts, replaced } = await asked({ q: words });
    if (mine !== latest) return;
    const line = count ? (count > facts.length ? `共 ${count} 个，列出前 ${facts.length} 个；再加一个词可缩小范围` : `共 ${count} 个`) : "没有同时含这些词的地址，请减少词数";
    const instead = replaced.map(([word, near]) => `没有“${word}”，按“${near}”查找。`).join("");
    hits.replaceChildren(make("p", { className: "preview-count" }, instead + line), ...facts.map(factRow));
    hits.hidden = false;
  };
  query.addEventListener("input", search);
  query.addEventListener("focus", search);
  query.addEventListener("keydown", (event) => event.key === "Escape" && ((hits.hidden = true), query.blur()));
  main.addEventListener("pointerdown", () => (hits.hidden = true));

  // What is wrong: all of it in the panel, and each thing at its paragraph.
  const faultText = (fault) => [
    make("b", {}, fault.place), fault.place ? " " : "", fault.problem,
    ...(fault.remedy ? [make("small", {}, `怎么办：${fault.remedy}`)] : []),
  ];
  const showFaults = ({ faults, held }) => {
    document.querySelectorAll(".preview-fault").forEach((one) => one.remove());
    const items = faults.map((fault) => {
      const block = fault.at && blockAt(fault.at);
      if (!block) return make("li", {}, make("p", {}, ...faultText(fault)));
      const here = make("div", { className: "preview-fault" }, ...faultText(fault));
      block.before(here);
      const jump = make("button", { type: "button" }, ...faultText(fault));
      jump.addEventListener("click", () => here.scrollIntoView({ block: "center" }));
      return make("li", {}, jump);
    });
    panel.replaceChildren(make("p", {}, held ? `有 ${faults.length} 处错误，页面仍是上一次正确的样子` : `有 ${faults.length} 处须改，改正前不能生成报告`), make("ol", {}, ...items));
    panel.hidden = !faults.length;
  };
  const say = (message, fresh) => {
    state.classList.toggle("wrong", message.faults.length > 0);
    state.textContent = message.faults.length ? `${message.faults.length} 处${message.held ? "错误" : "须改"}` : message.more ? "其余部分正在更新…" : "已是最新";
    if (fresh.length) state.onclick = () => fresh.find((one) => one.isConnected)?.scrollIntoView({ block: "center" });
    if (message.faults.length) state.onclick = () => document.querySelector(".preview-fault")?.scrollIntoView({ block: "center" });
  };

  // The conversation with the server.
  const hear = (message) => {
    if (message.changes.reload) return reload();
    version = message.version;
    keepingPlace(() => {
      const fresh = Object.keys(message.changes).length ? take(message.changes) : [];
      showFaults(message);
      say(message, fresh);
    });
    mark.hidden = true;
    look();
  };
  let socket = null, seen = "";
  const inView = (one) => {
    const at = one.getBoundingClientRect();
    return at.bottom > 0 && at.top < innerHeight;
  };
  const look = () => {
    if (socket?.readyState !== WebSocket.OPEN) return;
    const view = [...main.querySelectorAll(".chapter")].filter(inView).map((one) => one.querySelector("h1").id);
    main.querySelectorAll("figure[id]").forEach((one) => inView(one) && view.push(one.id));
    const text = JSON.stringify({ view });
    if (text !== seen) socket.send((seen = text));
  };
  const connect = () => {
    socket = new WebSocket(`ws://${location.host}/changes`);
    socket.addEventListener("open", () => {
      seen = "";
      socket.send(JSON.stringify({ version }));
      look();
    });
    socket.addEventListener("message", (event) => hear(JSON.parse(event.data)));
    socket.addEventListener("close", () => {
      state.textContent = "预览已停止，重新运行 make serve";
      state.classList.add("wrong");
      setTimeout(connect, 1000);
    });
  };
  let looking = 0;
  addEventListener("scroll", () => {
    clearTimeout(looking);
    looking = setTimeout(look, 100);
  }, { passive: true });

  start();
  comeBack();
  connect();
})();
