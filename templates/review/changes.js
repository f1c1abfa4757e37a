(() => {
  // Only so many rows are shown at a time: laying out thousands is what takes long, not searching them.
  const STEP = 200, form = document.querySelector(".filters");
  if (!form) return;
  const lists = [...document.querySelectorAll(".numbers table")].map((table) => ({
    rows: [...table.tBodies[0].rows], more: table.nextElementSibling, details: table.closest("details"), most: STEP,
  }));
  const told = form.querySelector("output"), words = new Map();
  const searched = (row) => {
    if (!words.has(row)) words.set(row, row.textContent.toLowerCase());
    return words.get(row);
  };
  const fits = (row, wanted, chosen) => {
    const { tier, kind, scope, metric, files } = row.dataset;
    return (!chosen.tier || tier === chosen.tier) && (!chosen.kind || kind === chosen.kind)
      && (!chosen.scope || scope === chosen.scope) && (!chosen.metric || metric === chosen.metric) && (!chosen.file || files.split(" ").includes(chosen.file))
      && wanted.every((word) => searched(row).includes(word));
  };
  const show = () => {
    const { words: text, ...chosen } = Object.fromEntries(new FormData(form));
    const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
    const filtered = wanted.length > 0 || Object.values(chosen).some(Boolean);
    let count = 0;
    for (const { rows, more, details, most } of lists) {
      let found = 0;
      for (const row of rows) {
        const fit = !filtered || fits(row, wanted, chosen);
        if (fit) found += 1;
        row.hidden = !fit || found > most;
      }
      count += found;
      more.hidden = found <= most;
      if (details) {
        const counted = details.querySelector(".counted");
        counted.textContent = found === rows.length ? found : `${found}/${counted.dataset.all}`;
        if (filtered && found) details.open = true;
      }
    }
    told.textContent = filtered ? `${count} 条` : "";
  };
  const again = () => { for (const one of lists) one.most = STEP; show(); };
  let waiting;
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(again, 80); });
  form.addEventListener("reset", () => setTimeout(again));
  form.addEventListener("submit", (event) => { event.preventDefault(); again(); });
  for (const one of lists) {
    one.more.firstElementChild.addEventListener("click", () => { one.most += STEP; show(); });
  }
  form.hidden = false;
  show();
})();
