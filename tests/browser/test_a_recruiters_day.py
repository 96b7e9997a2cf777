"""A recruiter's whole day in a real browser, at a desk and on a phone."""

import re
from io import BytesIO

import pytest
from openpyxl import load_workbook

from analyses.models import Analysis, Decision
from feedback.models import Feedback
from tests.atsproject.page_data import JOB, a_pdf
from tests.browser.looking import INKED, watched
from tests.browser.test_job_in_a_browser import DROP, coded
from tests.conftest import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FIRST_NAMES = ("Ada", "Bea", "Cid", "Dan", "Eve", "Fay", "Gus", "Hal", "Ivy", "Jon", "Kim")
NAMES = [f"{first} Example" for first in FIRST_NAMES]


@pytest.mark.parametrize("size", [(1300, 900), (390, 844)], ids=["desk", "phone"])
def test_the_whole_day(browser, site, recruiter, size):
    # Nothing glides: places are measured.
    options = {"accept_downloads": True, "reduced_motion": "reduce"}
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **options)
    page, complaints, strangers = watched(context, site)
    sign_in(page, site)
    hand_in_twelve(page)
    best = open_the_best(page)
    marks_lie_on_ink(page)
    ask_correct_decide(page, best)
    compare_three(page)
    work_blind(page)
    export(page)
    page.click("button:has-text('Sign out')")
    page.wait_for_selector("text=Sign in")
    assert complaints == []
    assert strangers == []
    context.close()


def sign_in(page, site: str) -> None:
    page.goto(site)
    page.fill("[name=username]", "alice")
    page.fill("[name=password]", PASSWORD)
    page.click("main button")
    page.click("text=New job")
    page.fill("[name=job_description]", JOB)
    page.click("text=Save and check requirements")
    page.click("text=Save requirements")


def hand_in_twelve(page) -> None:
    page.wait_for_selector("[data-intake-zone]")
    # A phone of their own: who shares one is taken for one person.
    files = [coded(a_pdf(name, phone=f"+1 202 555 01{number:02d}")) for number, name in enumerate(NAMES)]
    page.evaluate(DROP, ["[data-intake-zone]", files])
    broken = a_pdf("broken", broken=True).read()
    page.set_input_files("#files-input", {"name": "broken.pdf", "mimeType": "application/pdf", "buffer": broken})
    page.wait_for_selector("#progress:not([data-working]) .line.done >> nth=10")
    assert page.locator(".line").count() == 12
    page.reload()
    assert page.locator(".line.unreadable").count() == 1
    assert narrow_enough(page)


def open_the_best(page) -> Analysis:
    best = Analysis.objects.order_by("-overall_score", "pk").first()
    assert best is not None
    page.click(f"#ranking a[href='/analyses/{best.pk}/']")
    page.wait_for_selector(".page-image rect")
    assert narrow_enough(page)
    return best


def marks_lie_on_ink(page) -> None:
    """The mark that a quote lights has ink at both of its ends."""
    page.locator("button.quote").first.click()
    image = page.locator(".page-image img").first.bounding_box()
    box = page.locator("rect.exact").first.bounding_box()
    inside = {"x": box["x"] - image["x"], "y": box["y"] - image["y"], "width": box["width"], "height": box["height"]}
    dark = page.evaluate(INKED, [".page-image img", inside])
    edge = 0.02 * image["width"]
    assert dark[0] < edge
    assert dark[-1] > box["width"] - edge


def ask_correct_decide(page, best: Analysis) -> None:
    page.fill("[name=question]", "Which database has the candidate used?")
    page.click("#ask form.asking button")
    page.wait_for_selector("#answers article")
    assert "PostgreSQL" in page.inner_text("#answers")
    page.locator("#findings details.more summary").first.click()
    page.locator("#findings textarea[name=words]").first.fill("Django for five years, not three")
    page.locator("#findings button[value=better]").first.click()
    page.wait_for_selector("#findings .verdict [role=status]")
    assert Feedback.objects.given().get().ideal_response == "Django for five years, not three"
    page.locator("#findings button[value=wrong]").nth(1).click()
    page.wait_for_selector("#findings .verdict .pill:has-text('Wrong')")
    page.fill("[name=reason]", "Knows our stack")
    page.click("button[value=shortlisted]")
    page.wait_for_selector(".decide .pill.shortlisted")
    assert Decision.objects.get().analysis_id == best.pk


def compare_three(page) -> None:
    page.click(".crumb a")
    for tick in page.locator("#ranking tbody input[type=checkbox]").all()[:3]:
        tick.check()
    page.click("text=Compare side by side")
    page.wait_for_selector("table.compare")
    assert page.locator("table.compare thead th").count() >= 3
    assert narrow_enough(page)


def work_blind(page) -> None:
    page.goto(page.url.split("/jobs/")[0] + "/account/")
    page.check("[name=blind]")
    page.click("button[value=preferences]")
    page.wait_for_selector(".note.good")
    page.click("nav >> text=Jobs")
    page.click("main a:has-text('Backend Developer') >> nth=0")
    page.wait_for_selector("#ranking")
    shown = page.inner_text("#ranking")
    assert len(re.findall(r"Candidate [0-9A-F]{5}", shown)) == 10  # all but the one decided on
    assert sum(name in shown for name in NAMES) == 1


def export(page) -> None:
    with page.expect_download() as download:
        page.click("text=Excel")
    sheet = load_workbook(BytesIO(download.value.path().read_bytes())).active
    assert sheet.freeze_panes
    words = " ".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row)
    assert sum(name in words for name in NAMES) == 1


def narrow_enough(page) -> bool:
    width = page.viewport_size["width"]
    return bool(page.evaluate("document.documentElement.scrollWidth") <= width)
