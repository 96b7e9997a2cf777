/* A quote and its place on the page find each other; forms say how long the person looked. */
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
    const onPage = Boolean(from.closest(".page-image"));
    const target = [...exact, ...same].find((node) => Boolean(node.closest(".page-image")) !== onPage);
    if (target) target.scrollIntoView({ block: "center" });
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest("form, summary, a")) return;
    const found = event.target.closest("[data-requirement]");
    if (found) light(found.dataset.requirement, found.dataset.quote, found);
  });

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
})();
