/* A quote and its place on the page find each other; forms say how long the person looked; keys for those who work
   through a list. */
(() => {
  let since = performance.now();

  function light(requirement, quote, from) {
    document.querySelectorAll(".lit, .exact").forEach((node) => node.classList.remove("lit", "exact"));
    document.querySelectorAll("button.quote").forEach((node) => node.setAttribute("aria-pressed", "false"));
    const same = document.querySelectorAll(`[data-requirement="${CSS.escape(requirement)}"]`);
    same.forEach((node) => node.classList.add("lit"));
    let exact = [];
    if (quote) {
      exact = [...document.querySelectorAll(`[data-quote="${CSS.escape(quote)}"]`)];
      exact.forEach((node) => {
        if (node.matches("rect")) node.classList.add("exact");
        else node.setAttribute("aria-pressed", "true");
      });
    }
    if (same.length) narrow("", true); // what is led to is not among those left out
    const onPage = Boolean(from.closest(".page-image"));
    const target = [...exact, ...same].find((node) => Boolean(node.closest(".page-image")) !== onPage);
    if (target) target.scrollIntoView({ block: "center" });
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest("form, summary, a, dialog")) return;
    const found = event.target.closest("[data-requirement]");
    if (found) light(found.dataset.requirement, found.dataset.quote, found);
  });

  /* --- of many requirements, those that are must-haves or gaps alone --- */
  function narrow(wanted, onlyIfLeftOut) {
    const left = [...document.querySelectorAll("#findings .finding")];
    const choice = document.querySelector("[data-narrow]");
    if (!choice || (onlyIfLeftOut && !left.some((node) => node.hidden && node.matches(".lit")))) return;
    left.forEach((node) => { node.hidden = Boolean(wanted) && !node.matches(wanted); });
    choice.querySelectorAll("button").forEach((button) => button.setAttribute("aria-pressed", String(button.value === wanted)));
  }
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-narrow] button");
    if (button) narrow(button.value);
  });
  document.addEventListener("click", (event) => { if (event.target.closest('a[href^="#r-"]')) narrow(""); });
  addEventListener("beforeprint", () => narrow(""));

  document.addEventListener("submit", (event) => {
    const seconds = event.target.querySelector('input[name="seconds"]');
    if (seconds) {
      seconds.value = ((performance.now() - since) / 1000).toFixed(1);
      since = performance.now();
    }
  }, true);

  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.target.closest("form[data-clear]");
    if (form && event.detail.successful) form.reset();
  });

  /* --- keys: single letters can be turned off, as somebody who dictates would set them off by speaking --- */
  const OFF = "shortlist-keys-off";
  const told = () => document.querySelector("[data-keys-told]");
  let wanted = true;
  try {
    wanted = !localStorage.getItem(OFF);
  } catch { /* a browser that keeps nothing keeps the keys on */ }
  document.addEventListener("change", (event) => {
    if (!event.target.matches("[data-keys-on]")) return;
    wanted = event.target.checked;
    try {
      if (wanted) localStorage.removeItem(OFF);
      else localStorage.setItem(OFF, "1");
    } catch { /* it holds for this page */ }
  });

  function put(selector) {
    const field = document.querySelector(selector);
    if (!field) return false;
    field.scrollIntoView({ block: "center" });
    field.focus();
    return true;
  }
  function follow(rel) {
    const link = document.querySelector(`a[rel="${rel}"]`);
    if (link) link.click();
    return Boolean(link);
  }
  const KEYS = {
    j: () => follow("next"),
    k: () => follow("prev"),
    d: () => put(".decide textarea"),
    a: () => put("#ask [name=question]"),
    "?": () => { told().showModal(); return true; },
  };
  document.addEventListener("keydown", (event) => {
    if (!wanted || event.ctrlKey || event.metaKey || event.altKey || told().open) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const act = KEYS[event.key.toLowerCase()];
    if (act && act()) event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-print], [data-keys]");
    if (!button) return;
    button.closest("details").open = false;
    if (button.matches("[data-keys]")) told().showModal();
    else print();
  });

  /* What only works with scripts is shown; again when a score has come and the page was put in place of the waiting one. */
  function begin() {
    document.querySelectorAll("[data-narrow], [data-print], [data-keys]").forEach((node) => { node.hidden = false; });
    told().querySelector("[data-keys-on]").checked = wanted;
  }
  begin();
  document.addEventListener("htmx:load", (event) => { if (event.target.id === "main") begin(); });

  /* On paper every page of the resume is there, not only those that were scrolled to. */
  addEventListener("beforeprint", () => {
    document.querySelectorAll('img[loading="lazy"]').forEach((image) => { image.loading = "eager"; });
  });
})();
