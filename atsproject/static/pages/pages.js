/* Theme, times and the drop zone. Everything works without it but for these. */
(() => {
  const root = document.documentElement;
  const kept = localStorage.getItem("theme");
  if (kept) root.dataset.theme = kept;

  document.addEventListener("click", (event) => {
    const toggle = event.target.closest("[data-theme-toggle]");
    if (toggle) {
      const dark = root.dataset.theme
        ? root.dataset.theme === "dark"
        : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
      localStorage.setItem("theme", root.dataset.theme);
      return;
    }
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

  document.querySelectorAll("time[datetime]").forEach((node) => {
    const at = new Date(node.dateTime);
    if (Number.isNaN(at.getTime())) return;
    node.title = at.toLocaleString(undefined, { dateStyle: "full", timeStyle: "long" });
    if (node.dataset.show !== "ago") {
      node.textContent = at.toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
    }
  });
})();
