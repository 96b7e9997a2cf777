"""A real browser and the site it opens."""

from pathlib import Path

import pytest

from atsproject import screens


@pytest.fixture
def browser(monkeypatch):
    if not Path(screens.CHROMIUM).exists():
        pytest.skip("needs Chromium: apt-get install chromium")
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


@pytest.fixture
def desk(browser, site, recruiter):
    """A page of a signed-in recruiter at a desk, whose address is the site's; the console must stay silent."""
    context = browser.new_context(viewport={"width": 1300, "height": 900}, base_url=site)
    context.add_cookies([{"name": "sessionid", "value": screens.session_of(recruiter), "url": site}])
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []
