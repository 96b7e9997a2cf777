/* Theme, times, drop zones, and what went wrong behind the page. Everything works without it but for these. */
(() => {
  const root = document.documentElement;
  root.classList.add("js");
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

  /* What is dropped is what was chosen; a form that has no other use for it is sent. */
  document.querySelectorAll(".drop").forEach((zone) => {
    const input = zone.querySelector('input[type="file"]');
    ["dragenter", "dragover"].forEach((name) => zone.addEventListener(name, (event) => {
      event.preventDefault();
      zone.classList.add("over");
    }));
    ["dragleave", "drop"].forEach((name) => zone.addEventListener(name, () => zone.classList.remove("over")));
    zone.addEventListener("drop", (event) => {
      event.preventDefault();
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event("change"));
    });
    if (!zone.matches("[data-intake-zone]")) input.addEventListener("change", () => zone.closest("form").requestSubmit());
  });

  /* A part of the page that could not be fetched or sent says so; nothing is swapped then. */
  const told = document.querySelector("[data-went-wrong]");
  let cut = false; // whether what is told is that the server cannot be reached

  function tell(text) {
    told.hidden = !text;
    told.replaceChildren();
    if (!text) return;
    const line = document.createElement("p");
    line.className = "note bad";
    line.textContent = text;
    told.append(line);
  }

  document.addEventListener("htmx:responseError", (event) => {
    const answer = event.detail.xhr;
    const plain = (answer.getResponseHeader("Content-Type") || "").startsWith("text/plain");
    const why = {
      403: "Your role does not include this, or the page was open for too long: reload it and try again.",
      404: "What it was about is gone: reload the page.",
      413: "It is larger than this site takes.",
      429: "That was too much at once: wait a minute, then try again.",
    }[answer.status];
    tell(`Not done. ${plain ? answer.responseText : why || "Something went wrong on the server; it has been logged. Try again."}`);
  });
  document.addEventListener("htmx:sendError", () => {
    cut = true;
    tell("The server cannot be reached. Check the connection; nothing you typed here is lost.");
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    if (!cut || !event.detail.successful) return;
    cut = false;
    tell("");
  });

  /* Who works by keyboard stays where they are when the part they stand in is replaced. htmx finds what has an id
     again by itself. */
  let stoodIn = false;
  const beside = new Set(); // ids of parts that come along out of their place: nobody stood in them
  document.addEventListener("htmx:oobBeforeSwap", (event) => beside.add(event.detail.target.id));
  document.addEventListener("htmx:beforeSwap", (event) => {
    stoodIn = event.detail.target.contains(document.activeElement) && document.activeElement !== document.body;
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (beside.delete(event.target.id)) return;
    const lost = stoodIn && [document.body, null].includes(document.activeElement);
    stoodIn = false;
    if (!lost || !event.target.isConnected) return;
    event.target.tabIndex = -1;
    event.target.focus({ preventScroll: true });
  });

  /* Gone back to from the browser's memory, a page shows what has happened since. */
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });

  /* A menu closes when one turns to something else, or presses Escape. */
  document.addEventListener("click", (event) => {
    document.querySelectorAll("[data-menu][open]").forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    document.querySelectorAll("[data-menu][open]").forEach((menu) => {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });

  document.querySelectorAll("form[data-confirm]").forEach((form) => {
    form.addEventListener("submit", (event) => {
      if (!confirm(form.dataset.confirm)) event.preventDefault();
    });
  });

  /* Days of charts and filters are days where the user is; the server is told where that is. */
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone) document.cookie = `zone=${zone}; path=/; max-age=31536000; samesite=lax`;

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
