"""How a test looks at a page: what it complains of, whom it asks, what bars people from it, where there is ink."""

from pathlib import Path

import axe_core_python
from django.contrib.auth.models import User

from atsproject import screens

AXE = (Path(axe_core_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
SERIOUS = """async () => (await axe.run(document)).violations
  .filter((found) => ["serious", "critical"].includes(found.impact))
  .map((found) => `${found.id}: ${found.nodes.map((node) => node.target.join(" ")).slice(0, 3).join(", ")}`)"""
INKED = """async ([image, box]) => {
  const found = document.querySelector(image);
  await found.decode();
  const canvas = document.createElement("canvas");
  canvas.width = found.naturalWidth; canvas.height = found.naturalHeight;
  const pen = canvas.getContext("2d");
  pen.drawImage(found, 0, 0);
  const scale = found.naturalWidth / found.getBoundingClientRect().width;
  const row = pen.getImageData(box.x * scale, box.y * scale, box.width * scale, box.height * scale);
  const dark = [];
  for (let x = 0; x < row.width; x++)
    for (let y = 0; y < row.height; y++)
      if (row.data[4 * (y * row.width + x)] < 128) { dark.push(x / scale); break; }
  return dark;
}"""


def watched(context, site: str):
    """A page with lists of what it complained of and of the other hosts it asked."""
    page = context.new_page()
    complaints: list[str] = []
    strangers: list[str] = []
    page.on("console", lambda said: complaints.append(f"{said.text} {said.location}") if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda asked: None if asked.url.startswith((site, "data:")) else strangers.append(asked.url))
    return page, complaints, strangers


def signed_in(browser, site: str, user: User, **options):
    context = browser.new_context(**options)
    context.add_cookies([{"name": "sessionid", "value": screens.session_of(user), "url": site}])
    return context
