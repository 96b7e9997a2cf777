/* Pages of jobs: sending files one by one, ordering by hand, ticking several, editing requirements.
   Without it the same forms work, with less comfort. */
(() => {
  const AT_ONCE = 1; // the line is no wider for several, and a database file has one writer

  /* --- files: announced together, sent one by one; the page's lines tell how far each is --- */
  const form = document.querySelector("form[data-intake]");
  if (form) intake(form);

  function intake(form) {
    const input = form.querySelector('input[type="file"]');
    const token = form.elements.csrfmiddlewaretoken.value;
    const still = form.querySelector("[data-still-sending]");
    const waiting = [];
    const sent = new Map(); // item -> share of its bytes that are sent; gone once it is answered
    let running = 0;

    input.addEventListener("change", () => {
      take([...input.files]);
      input.value = "";
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      input.click();
    });

    async function take(files) {
      if (!files.length) return;
      say("");
      const body = new FormData();
      body.append("csrfmiddlewaretoken", token);
      files.forEach((file) => {
        body.append("name", file.name);
        body.append("size", file.size);
      });
      try {
        const answer = await fetch(form.dataset.intake, { method: "POST", body, headers: { Accept: "application/json" } });
        if (answer.status === 401) return signIn();
        const told = await answer.json().catch(() => ({}));
        if (!answer.ok) throw new Error(told.detail);
        told.items.forEach((item, place) => {
          if (item === null) return;
          waiting.push([item, files[place]]);
          sent.set(item, 0);
        });
      } catch (error) {
        say(error.message || "The files could not be sent. Check the connection and choose them again.");
      }
      refresh();
      while (running < AT_ONCE && waiting.length) next();
    }

    function next() {
      const [item, file] = waiting.shift();
      running += 1;
      const request = new XMLHttpRequest();
      const body = new FormData();
      body.append("csrfmiddlewaretoken", token);
      body.append("file", file);
      request.upload.addEventListener("progress", (event) => {
        if (!event.lengthComputable) return;
        sent.set(item, event.loaded / event.total);
        show(item);
      });
      request.addEventListener("loadend", () => {
        running -= 1;
        sent.delete(item);
        if (request.status === 401) return signIn();
        if (request.status === 0) act("left", [item]);
        refresh();
        if (waiting.length) next();
      });
      request.open("POST", `${form.dataset.intake}${item}/`);
      request.setRequestHeader("Accept", "application/json");
      request.send(body);
    }

    function act(what, items) {
      const body = new FormData();
      body.append("csrfmiddlewaretoken", token);
      body.append("do", what);
      items.forEach((item) => body.append("item", item));
      navigator.sendBeacon(form.dataset.act, body);
    }

    // Who is signed out meanwhile signs in and comes back to this page.
    function signIn() {
      sent.clear();
      location.assign(`${form.dataset.signIn}?next=${encodeURIComponent(location.pathname)}`);
    }

    // Leaving the page ends what was not sent yet, which the browser asks about first; its lines then say so.
    window.addEventListener("beforeunload", (event) => {
      if (sent.size) event.preventDefault();
    });
    window.addEventListener("pagehide", () => {
      if (sent.size) act("left", [...sent.keys()]);
    });

    function show(item) {
      const word = document.querySelector(`[data-item="${item}"].uploading [data-word]`);
      if (word && sent.get(item) > 0) word.textContent = `Uploading ${Math.round(100 * sent.get(item))} %`;
    }
    document.addEventListener("htmx:afterSwap", () => sent.forEach((_, item) => show(item)));

    function refresh() {
      still.textContent = sent.size ? `Still to send: ${sent.size}. Keep this page open until all are sent.` : "";
      still.hidden = !sent.size;
      const progress = document.getElementById("progress");
      if (progress && window.htmx) window.htmx.trigger(progress, "files-changed");
    }

    function say(text) {
      const place = form.querySelector("[data-intake-error]");
      place.textContent = text;
      place.hidden = !text;
    }
  }

  /* --- ticking several --- */
  document.addEventListener("change", (event) => {
    const bulk = event.target.closest("form[data-bulk]");
    if (!bulk) return;
    const boxes = [...bulk.querySelectorAll("tbody input[type=checkbox]")];
    if (event.target.matches("[data-all]")) boxes.forEach((box) => { box.checked = event.target.checked; });
    const count = boxes.filter((box) => box.checked).length;
    const all = bulk.querySelector("[data-all]");
    if (all) {
      all.checked = count > 0 && count === boxes.length;
      all.indeterminate = count > 0 && count < boxes.length;
    }
    const bar = bulk.querySelector("[data-bulk-bar]");
    if (!bar) return;
    bar.classList.toggle("on", count > 0);
    bar.querySelector("[data-count]").textContent = `${count} selected`;
    const compare = bulk.querySelector("[data-compare]");
    if (compare) {
      compare.disabled = count < 2 || count > 5;
      compare.title = compare.disabled ? "Select two to five candidates" : "";
    }
  });

  /* --- the user's own order: by pointer, or by the buttons --- */
  let before = null; // the rows as the server gave them, once something was moved
  let held = null;

  function rowsOf(table) { return [...table.querySelectorAll("tbody tr")]; }

  function moved(row) {
    const table = row.closest("table");
    const form = document.querySelector("[data-order-form]");
    const first = Number(table.dataset.first);
    rowsOf(table).forEach((each, place) => { each.querySelector("[data-place]").textContent = first + place; });
    const changed = before && rowsOf(table).some((each, place) => each !== before[place]);
    form.hidden = !changed;
    const place = row.querySelector("[data-place]").textContent;
    form.querySelector("[data-order-told]").textContent = `${row.dataset.name} moved to place ${place}.`;
  }

  function begin(row) {
    const table = row.closest("table");
    if (before && before[0].isConnected) return;
    before = rowsOf(table);
    table.dataset.first = before[0].querySelector("[data-place]").textContent;
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-move]");
    if (button) {
      const row = button.closest("tr");
      begin(row);
      const other = button.dataset.move === "-1" ? row.previousElementSibling : row.nextElementSibling;
      if (other) button.dataset.move === "-1" ? other.before(row) : other.after(row);
      moved(row);
      button.focus();
    }
    if (event.target.closest("[data-order-undo]") && before) {
      before.forEach((row) => row.parentElement.append(row));
      moved(before[0]);
    }
  });

  document.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest("[data-grip]");
    if (!grip) return;
    event.preventDefault();
    held = grip.closest("tr");
    begin(held);
    held.classList.add("held");
    grip.setPointerCapture(event.pointerId);
  });
  document.addEventListener("pointermove", (event) => {
    if (!held) return;
    const rows = rowsOf(held.closest("table"));
    const over = rows.find((row) => {
      const box = row.getBoundingClientRect();
      return event.clientY >= box.top && event.clientY < box.bottom;
    });
    if (!over || over === held) return;
    const box = over.getBoundingClientRect();
    const upper = event.clientY < box.top + box.height / 2;
    // Past the middle only, or two rows of unlike height would change places for ever.
    if (rows.indexOf(over) < rows.indexOf(held) ? upper : !upper) upper ? over.before(held) : over.after(held);
  });
  ["pointerup", "pointercancel"].forEach((name) => document.addEventListener(name, () => {
    if (!held) return;
    held.classList.remove("held");
    moved(held);
    held = null;
  }));

  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-order-form]")) return;
    document.querySelectorAll("table[data-order] tbody tr").forEach((row) => {
      const field = document.createElement("input");
      field.type = "hidden";
      field.name = "analysis";
      field.value = row.dataset.analysis;
      event.target.append(field);
    });
  });

  /* --- requirements: add, remove, move --- */
  const editor = document.querySelector("form[data-editor]");
  if (editor) edit(editor);

  function edit(editor) {
    const rows = editor.querySelector("[data-rows]");
    const blank = document.querySelector("template[data-blank]");
    const add = editor.querySelector("[data-add]");
    const told = editor.querySelector("[data-told]");
    let added = 0;
    ["input", "click"].forEach((name) => editor.addEventListener(name, (event) => {
      if (event.target.closest("textarea, input, select, button")) editor.querySelector(".bulk").classList.add("on");
    }));
    const number = () => [...rows.children].forEach((row, place) => {
      row.querySelectorAll("[data-number]").forEach((node) => { node.textContent = place + 1; });
    });
    editor.querySelectorAll("[data-moves]").forEach((node) => { node.hidden = false; });
    if (add) {
      add.hidden = false;
      add.addEventListener("click", () => {
        added += 1;
        const holder = document.createElement("template");
        holder.innerHTML = blank.innerHTML.replaceAll("KEY", `new${added}`);
        const row = holder.content.firstElementChild;
        row.querySelector("[data-moves]").hidden = false;
        const none = rows.querySelector("[data-none]");
        if (none) none.remove();
        rows.append(row);
        number();
        row.querySelector("textarea").focus();
      });
    }
    editor.addEventListener("click", (event) => {
      const button = event.target.closest("[data-step]");
      if (!button) return;
      const row = button.closest("[data-row]");
      const up = button.dataset.step === "-1";
      const other = up ? row.previousElementSibling : row.nextElementSibling;
      if (!other) return;
      up ? other.before(row) : other.after(row);
      number();
      button.focus();
      told.textContent = `Moved to place ${row.querySelector("[data-number]").textContent}.`;
    });
    editor.addEventListener("change", (event) => {
      if (event.target.matches("[data-remove]")) {
        event.target.closest("[data-row]").classList.toggle("going", event.target.checked);
      }
    });
  }
})();
