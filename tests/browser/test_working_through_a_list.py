"""Working through a job's candidates: keys, menus, what is selected, and what comes out of a printer."""

import pytest
from playwright.sync_api import expect

from analyses.models import Analysis
from analyses.ranking import ranking
from analyses.services import request_analysis
from jobs.services import create_job
from resumes.services import add_resume
from tests.atsproject.page_data import a_pdf
from tests.browser.test_job_in_a_browser import names, ranked  # noqa: F401

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def first_two(ranked):  # noqa: F811
    """The addresses of the two best candidates."""
    return [f"/analyses/{row.pk}/" for row in ranking(job=ranked)[:2]]


def test_keys_lead_through_the_candidates_and_to_what_is_typed(desk, first_two):
    desk.goto(first_two[0])
    desk.keyboard.press("j")
    desk.wait_for_url(f"**{first_two[1]}")
    desk.keyboard.press("k")
    desk.wait_for_url(f"**{first_two[0]}")
    desk.keyboard.press("d")
    desk.keyboard.type("jk?")  # letters of a reason move nobody
    assert desk.input_value(".decide textarea") == "jk?"
    desk.locator(".decide textarea").blur()
    desk.keyboard.press("a")
    expect(desk.locator("#ask [name=question]")).to_be_focused()
    assert desk.url.endswith(first_two[0])


def test_single_keys_can_be_turned_off(desk, first_two):
    desk.goto(first_two[0])
    desk.keyboard.press("?")
    desk.uncheck("[data-keys-on]")
    desk.click(".keys button")
    for key in ("j", "?", "d"):
        desk.keyboard.press(key)
    expect(desk.locator(".keys")).to_be_hidden()
    assert desk.url.endswith(first_two[0])
    desk.goto(first_two[0])  # and it stays so
    desk.keyboard.press("d")
    expect(desk.locator(".decide textarea")).not_to_be_focused()
    desk.click("summary:has-text('More')")
    desk.click("[data-keys]")
    expect(desk.locator("[data-keys-on]")).not_to_be_checked()


def test_a_score_that_comes_in_brings_keys_menu_and_choice(desk, recruiter):
    wanted = ["Python", "Django", "PostgreSQL", "Docker", "Git", "Kafka", "Rust", "Terraform", "Ansible", "Elixir"]
    job = create_job(job_description="Requirements\n" + "\n".join(f"- {name}" for name in wanted), by=recruiter)
    resume = add_resume(file=a_pdf("Ada Example"), filename="ada.pdf", by=recruiter).resume
    made = request_analysis(job=job, resume=resume, by=recruiter)
    row = Analysis.objects.filter(pk=made.pk)
    row.update(status="running", finished_at=None, result=None)
    desk.goto(f"/analyses/{made.pk}/")
    expect(desk.locator("#findings")).to_have_count(0)
    row.update(status="done", finished_at=made.finished_at, result=made.result)
    desk.click("[data-narrow] >> text=Gaps")
    expect(desk.locator("#findings .finding.met").first).to_be_hidden()
    desk.click("summary:has-text('More')")
    desk.click("[data-keys]")
    desk.click(".keys button")
    desk.keyboard.press("?")
    expect(desk.locator(".keys")).to_be_visible()


def test_a_menu_opens_and_closes_by_keyboard(desk, ranked):  # noqa: F811
    desk.goto(f"/jobs/{ranked.pk}/")
    summary = desk.locator("[data-menu] summary")
    summary.focus()
    desk.keyboard.press("Enter")
    expect(desk.locator("[data-menu] a.gone")).to_be_visible()
    desk.keyboard.press("Tab")
    desk.keyboard.press("Escape")
    expect(desk.locator("[data-menu] a.gone")).to_be_hidden()
    expect(summary).to_be_focused()


def test_what_acts_on_several_shows_once_some_are_selected(desk, ranked):  # noqa: F811
    desk.goto(f"/jobs/{ranked.pk}/")
    bar, boxes = desk.locator("[data-bulk-bar]"), desk.locator("#ranking tbody input[type=checkbox]")
    expect(bar).to_be_hidden()
    boxes.nth(0).check()
    expect(bar).to_be_visible()
    expect(desk.locator("[data-compare]")).to_be_disabled()
    boxes.nth(1).check()
    expect(desk.locator("[data-compare]")).to_be_enabled()
    desk.fill("[name=reason]", "Both know our stack")
    desk.click("text=Record decision")
    expect(desk.locator("#ranking .pill.shortlisted")).to_have_count(2)
    assert "2" in desk.inner_text(".note.good")


def test_a_requirement_leads_to_its_mark_and_the_mark_back_by_keyboard_and_pointer(desk, first_two):
    desk.emulate_media(reduced_motion="reduce")  # a click is not aimed at what still glides by
    desk.goto(first_two[0])
    desk.wait_for_selector(".page-image rect")
    wanted = desk.locator("button.reach:enabled").first
    wanted.focus()
    desk.keyboard.press("Enter")
    key = wanted.get_attribute("data-requirement")
    expect(desk.locator(f".page-image rect.lit[data-requirement='{key}']").first).to_be_visible()
    assert desk.locator(f".page-image rect.lit:not([data-requirement='{key}'])").count() == 0
    mark = desk.locator(f".page-image rect:not([data-requirement='{key}'])").last
    mark.click(force=True)
    expect(desk.locator(f"#r-{mark.get_attribute('data-requirement')}.lit")).to_be_in_viewport()


def test_of_many_requirements_the_gaps_alone_are_looked_at(desk, recruiter):
    wanted = ["Python", "Django", "PostgreSQL", "Docker", "Git", "Kafka", "Rust", "Terraform", "Ansible", "Elixir"]
    job = create_job(job_description="Requirements\n" + "\n".join(f"- {name}" for name in wanted), by=recruiter)
    resume = add_resume(file=a_pdf("Ada Example"), filename="ada.pdf", by=recruiter).resume
    analysis = request_analysis(job=job, resume=resume, by=recruiter)
    desk.goto(f"/analyses/{analysis.pk}/")
    every = desk.locator("#findings .finding").count()
    desk.click("[data-narrow] >> text=Gaps")
    expect(desk.locator("#findings .finding.not_met").first).to_be_visible()
    expect(desk.locator("#findings .finding.met").first).to_be_hidden()
    desk.locator(".page-image rect").first.click(force=True)  # a mark leads to its requirement, left out or not
    expect(desk.locator("#findings .finding.lit")).to_be_in_viewport()
    desk.click("[data-narrow] >> text=Gaps")
    desk.locator(".sides a").first.click()
    expect(desk.locator("#findings .finding:visible")).to_have_count(every)


def test_on_paper_there_is_what_was_found_and_nothing_to_press(desk, first_two, ranked):  # noqa: F811
    desk.goto(first_two[0])
    desk.emulate_media(media="print")
    for hidden in (".side", ".verdict", ".decide form", ".within", ".head .button"):
        assert not any(node.is_visible() for node in desk.locator(hidden).all()), hidden
    for shown in ("#findings .finding", "#document img", "#work", ".crumb a"):
        expect(desk.locator(shown).first).to_be_visible()
    findings, origin, document = (
        desk.locator(name).bounding_box()["y"] for name in ("#findings", "#origin", "#document")
    )
    assert findings < origin < document
    desk.goto(f"/jobs/{ranked.pk}/")
    assert len(names(desk)) == 4
    expect(desk.locator("#ranking table")).to_be_visible()
    expect(desk.locator("#files")).to_be_hidden()
