/* Theme, times and the drop zone. Everything works without it but for these. */
(() => {
  const root = document.documentElement;
  const dark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

  /* The theme changes at once and is kept with the user; without scripts the form does both. */
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("[data-theme-form]");
    if (!form) return;
    event.preventDefault();
    root.dataset.theme = dark() ? "light" : "dark";
    form.elements.theme.value = root.dataset.theme;
    fetch(form.action, { method: "POST", body: new FormData(form), headers: { "X-Requested-With": "fetch" } });
  });

  document.querySelectorAll(".drop:not([data-intake-zone])").forEach((zone) => {
    const input = zone.querySelector('input[type="file"]');
    const form = zone.closest("form");
    ["dragenter", "dragover"].forEach((name) => zone.addEventListener(name, (event) => {
      event.preventDefault();
      zone.classList.add("over");
    }));
    ["dragleave", "drop"].forEach((name) => zone.addEventListener(name, () => zone.classList.remove("over")));
    zone.addEventListener("drop", (event) => {
      event.preventDefault();
      input.files = event.dataTransfer.files;
      form.requestSubmit();
    });
    input.addEventListener("change", () => form.requestSubmit());
  });

  document.querySelectorAll("form[data-confirm]").forEach((form) => {
    form.addEventListener("submit", (event) => {
      if (!confirm(form.dataset.confirm)) event.preventDefault();
    });
  });

  function tellTimes(within) {
    within.querySelectorAll("time[datetime]").forEach((node) => {
      const at = new Date(node.dateTime);
      if (Number.isNaN(at.getTime()) || node.dataset.zone) return;
      node.title = at.toLocaleString(undefined, { dateStyle: "full", timeStyle: "long" });
      if (node.dataset.show !== "ago") {
        node.textContent = at.toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
      }
    });
  }
  tellTimes(document);
  document.addEventListener("htmx:load", (event) => tellTimes(event.target.parentNode || document));
})();
