/* Ticking a whole page of resumes, and how many are ticked. Everything works without it. */
(() => {
  document.querySelectorAll("form[data-bulk]").forEach((form) => {
    const boxes = [...form.querySelectorAll('input[name="resume"]')];
    const all = form.querySelector("[data-tick-all]");
    const told = form.querySelector("[data-ticked]");
    const menu = form.querySelector("details.with");
    const before = told.textContent;
    const tell = () => {
      const count = boxes.filter((box) => box.checked).length;
      told.textContent = count ? `${count} selected` : before;
      all.checked = count === boxes.length;
      all.indeterminate = count > 0 && count < boxes.length;
      if (count) menu.open = true;
    };
    all.addEventListener("change", () => {
      boxes.forEach((box) => { box.checked = all.checked; });
      tell();
    });
    boxes.forEach((box) => box.addEventListener("change", tell));
  });
})();
