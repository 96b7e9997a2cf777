"""The admin, sign-in and the error pages in a real browser: accessibility, a phone's width, and what they ask for."""

from datetime import date

import pytest

from atsproject import screens
from jobs.tracker import add_application
from tests.atsproject.page_data import filled_job
from tests.browser.looking import AXE, SERIOUS, signed_in, watched

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1440, "height": 900}


@pytest.fixture
def filled(administrator):
    job, analysis = filled_job(administrator)
    add_application(by=administrator, company="Delmont", job_title="Developer", date_applied=date(2026, 1, 5))
    return job, analysis


def barriers(page, site, addresses) -> dict[str, list[str]]:
    found = {}
    for name, address in addresses.items():
        page.goto(site + address, wait_until="networkidle")
        page.evaluate(AXE)
        if told := page.evaluate(SERIOUS):
            found[name] = told
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_no_serious_barrier_in_the_admin(browser, site, administrator, filled, scheme, size):
    context = signed_in(browser, site, administrator, color_scheme=scheme, viewport=size, bypass_csp=True)
    page, complaints, strangers = watched(context, site)
    assert barriers(page, site, screens.admin_pages()) == {}
    assert complaints == []
    assert strangers == []
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_barrier_at_the_gate(browser, site, scheme):
    context = browser.new_context(color_scheme=scheme, viewport=PHONE, bypass_csp=True)
    page, complaints, strangers = watched(context, site)
    addresses = screens.gate_pages(page, site)
    assert barriers(page, site, addresses) == {}
    for name in addresses:
        page.goto(site + addresses[name])
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], name
        assert page.evaluate("getComputedStyle(document.querySelector('.gate')).borderTopWidth") == "4px", name
    assert complaints == []
    assert strangers == []
    context.close()


def test_the_admin_fits_a_phone_and_its_own_policy(browser, site, administrator, filled):
    """Without lifting the policy: the theme's scripts run under the exceptions of its address."""
    context = signed_in(browser, site, administrator, viewport=PHONE)
    page, complaints, _ = watched(context, site)
    wide = {}
    for name, address in screens.admin_pages().items():
        page.goto(site + address, wait_until="networkidle")
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > PHONE["width"]:
            wide[name] = width
    assert wide == {}
    assert complaints == []
    context.close()


FAMILIES = """() => [document.body, ...document.querySelectorAll("h1, h2, a")]
  .map((node) => getComputedStyle(node).fontFamily)"""


def test_the_admin_is_set_in_the_type_of_the_pages(browser, site, administrator):
    context = signed_in(browser, site, administrator)
    page, complaints, strangers = watched(context, site)
    families = set()
    for place in ("/", "/admin/"):
        page.goto(site + place, wait_until="load")
        families |= set(page.evaluate(FAMILIES))
        assert page.evaluate("document.fonts.ready.then((faces) => faces.check('14px \"Inter Variable\"'))")
    assert len(families) == 1
    assert families.pop().startswith('"Inter Variable"')
    assert complaints == []
    assert strangers == []
    context.close()
