"""The pages in a real browser: a recruiter's way through them, accessibility, and what they ask of the network."""

from pathlib import Path
from typing import Any

import axe_core_python
import pytest
from django.contrib.auth.models import User

from analyses.models import Decision
from atsproject import screens
from tests.atsproject.page_data import JOB, a_pdf, filled_job
from tests.conftest import PASSWORD

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not Path(screens.CHROMIUM).exists(), reason="needs Chromium: apt-get install chromium"),
]
AXE = (Path(axe_core_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
SERIOUS = """async () => (await axe.run(document)).violations
  .filter((found) => ["serious", "critical"].includes(found.impact))
  .map((found) => `${found.id}: ${found.nodes.map((node) => node.target.join(" ")).slice(0, 3).join(", ")}`)"""


@pytest.fixture
def browser(monkeypatch):
    from playwright.sync_api import sync_playwright

    # Playwright keeps an event loop in this thread, in which Django would refuse the database.
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=screens.CHROMIUM, args=list(screens.FLAGS))
        yield found
        found.close()


@pytest.fixture
def site(live_server) -> str:
    return str(live_server.url)


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


def test_a_recruiters_way(browser, site, recruiter, tmp_path):
    context = browser.new_context(viewport={"width": 1300, "height": 900})
    page, complaints, strangers = watched(context, site)
    page.goto(site)
    page.fill("[name=username]", "alice")
    page.fill("[name=password]", PASSWORD)
    page.click("main button")
    page.click("text=New job")
    page.fill("[name=job_description]", JOB)
    page.click("text=Save and check requirements")
    page.click("text=Save >> nth=0")
    files = []
    for number, name in enumerate(("Grace Example", "Ada Example", "broken")):
        path = tmp_path / f"{name}.pdf"
        phone = f"+1 202 555 01{number:02d}"
        path.write_bytes(a_pdf(name, broken=name == "broken", phone=phone).read())
        files.append(str(path))
    page.set_input_files("#files-input", files)
    page.wait_for_selector("#progress:not([data-working]) .line.done >> nth=1")
    page.reload()
    assert "Grace Example" in page.inner_text("main")
    page.click("main table a:has-text('Grace Example')")
    mark = page.locator(".page-image rect").first
    mark.wait_for()
    image = page.locator(".page-image img").first.bounding_box()
    box = mark.bounding_box()
    assert image["x"] <= box["x"] < image["x"] + image["width"]
    assert image["y"] <= box["y"] < image["y"] + image["height"]
    page.fill("[name=question]", "Which database has she used?")
    page.click("#ask form.asking button")
    page.wait_for_selector("#answers article")
    assert "PostgreSQL" in page.inner_text("#answers")
    page.click("#findings button[value=wrong] >> nth=0")
    page.wait_for_selector("#findings .verdict .pill:has-text('Wrong')")
    page.fill("[name=reason]", "Knows our stack")
    page.click("button[value=shortlisted]")
    assert Decision.objects.get().reason == "Knows our stack"
    page.click("text=Sign out")
    page.wait_for_selector("text=Sign in")
    assert complaints == []
    assert strangers == []
    context.close()


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


def test_a_mark_lies_on_its_words(browser, site, recruiter):
    """Under each mark there is ink from its left edge to its right edge, and none just outside it in the line."""
    analysis: Any = filled_job(recruiter)[1]
    context = signed_in(browser, site, recruiter, viewport={"width": 1500, "height": 900})
    page = context.new_page()
    page.goto(f"{site}/analyses/{analysis.pk}/", wait_until="networkidle")
    image = page.locator(".page-image img").first.bounding_box()
    marks = page.locator(".page-image rect").all()
    assert marks
    for mark in marks:
        box = mark.bounding_box()
        inside = {"x": box["x"] - image["x"], "y": box["y"] - image["y"], **{k: box[k] for k in ("width", "height")}}
        dark = page.evaluate(INKED, [".page-image img", inside])
        assert dark, inside
        assert dark[0] < 8, (dark[0], inside)
        assert dark[-1] > box["width"] - 8, (dark[-1], inside)
    context.close()


def test_a_quote_and_its_place_find_each_other(browser, site, recruiter):
    analysis: Any = filled_job(recruiter)[1]
    context = signed_in(browser, site, recruiter, viewport={"width": 1300, "height": 900})
    page = context.new_page()
    page.goto(f"{site}/analyses/{analysis.pk}/", wait_until="networkidle")
    quote = page.locator("button.quote").first
    name = quote.get_attribute("data-quote")
    quote.focus()
    page.keyboard.press("Enter")
    assert page.locator("rect.exact").first.get_attribute("data-quote") == name
    other = page.locator(f'.page-image rect:not([data-requirement="{quote.get_attribute("data-requirement")}"])').first
    other.dispatch_event("click")
    lit = page.locator(f'article.lit[data-requirement="{other.get_attribute("data-requirement")}"]')
    assert lit.count() == 1
    assert quote.get_attribute("aria-pressed") == "false"
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_barrier_on_any_page(browser, site, recruiter, scheme):
    filled_job(recruiter)
    context = signed_in(browser, site, recruiter, color_scheme=scheme, bypass_csp=True)
    page, complaints, strangers = watched(context, site)
    found = {}
    for name, address in screens.pages().items():
        page.goto(site + address, wait_until="load")
        page.evaluate(AXE)
        barriers = page.evaluate(SERIOUS)
        if barriers:
            found[name] = barriers
    assert found == {}
    assert complaints == []
    assert strangers == []
    context.close()


def test_nothing_is_wider_than_a_phone(browser, site, recruiter):
    filled_job(recruiter)
    context = signed_in(browser, site, recruiter, viewport={"width": 390, "height": 844})
    page, complaints, _ = watched(context, site)
    wide = {}
    for name, address in screens.pages().items():
        page.goto(site + address, wait_until="load")
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 390:
            wide[name] = width
    assert wide == {}
    assert complaints == []
    context.close()
