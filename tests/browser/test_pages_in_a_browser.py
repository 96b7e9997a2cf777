"""The pages in a real browser: marks on their words, accessibility, a phone's width, what they ask of the network."""

from typing import Any

import pytest

from atsproject import screens
from tests.atsproject.page_data import filled_job
from tests.browser.looking import AXE, INKED, SERIOUS, signed_in, watched

# Text below 12 pixels, and, where a phone would zoom into it, a field below 16; charts are pictures that scale.
SMALL_TEXT = """() => [...document.querySelectorAll("main *, .side *")]
  .filter((node) => !node.closest("svg, option, template") && node.getClientRects().length)
  .filter((node) => {
    const size = parseFloat(getComputedStyle(node).fontSize);
    if (node.matches("textarea, select, input:not([type=checkbox], [type=file], [type=hidden])"))
      return size < (innerWidth < 700 ? 16 : 14);
    return size < 12 && [...node.childNodes].some((part) => part.nodeType === 3 && part.data.trim());
  })
  .map((node) => `${node.tagName} ${node.className}`)"""
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


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


@pytest.mark.parametrize("width", [390, 768, 1280], ids=["phone", "tablet", "laptop"])
def test_nothing_is_wider_than_the_window_and_text_is_not_small(browser, site, recruiter, width):
    filled_job(recruiter)
    context = signed_in(browser, site, recruiter, viewport={"width": width, "height": 844})
    page, complaints, _ = watched(context, site)
    wide, small = {}, {}
    for name, address in screens.pages().items():
        page.goto(site + address, wait_until="load")
        if (found := page.evaluate("document.documentElement.scrollWidth")) > width:
            wide[name] = found
        if tiny := page.evaluate(SMALL_TEXT):
            small[name] = tiny
    assert wide == {}
    assert small == {}
    assert complaints == []
    context.close()


def test_of_an_application_being_typed_only_its_company_and_title_are_sent(desk):
    desk.goto("/applications/")
    desk.click("summary:has-text('Add application')")
    with desk.expect_request("**/applications/check/**") as asked:
        desk.fill("[name=company]", "Delmont")
        desk.locator("[name=company]").blur()
    assert asked.value.url.endswith("/applications/check/?company=Delmont&job_title=")
