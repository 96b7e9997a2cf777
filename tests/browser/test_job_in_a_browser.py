"""The page of a job in a real browser: files dropped, the list ordered by hand, candidates compared."""

import base64
import re

import pytest

from analyses.models import IntakeItem
from analyses.services import request_analysis
from feedback.models import Feedback
from jobs.services import create_job
from resumes.services import add_resume
from tests.atsproject.page_data import JOB, a_pdf

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DROP = """([zone, files]) => {
  const held = new DataTransfer();
  for (const [name, text] of files) {
    const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
    held.items.add(new File([bytes], name, { type: "application/pdf" }));
  }
  document.querySelector(zone).dispatchEvent(new DragEvent("drop", { dataTransfer: held, bubbles: true }));
}"""
NAMES = [f"Person {letter}" for letter in "ABCDEFGHIJ"]


def coded(upload) -> list[str]:
    return [upload.name, base64.b64encode(upload.read()).decode()]


@pytest.fixture
def ranked(recruiter):
    """A job with four candidates."""
    job = create_job(job_description=JOB, by=recruiter)
    for name in ("Ada Example", "Bea Example", "Cid Example", "Dan Example"):
        resume = add_resume(file=a_pdf(name), filename=f"{name}.pdf", by=recruiter).resume
        request_analysis(job=job, resume=resume, by=recruiter)
    return job


def names(page) -> list[str]:
    return [text.strip() for text in page.locator("#ranking tbody .who b").all_inner_texts()]


def test_twelve_files_each_with_a_line_that_survives_a_reload(desk, recruiter):
    job = create_job(job_description=JOB, by=recruiter)
    again = add_resume(file=a_pdf("Known Example"), filename="known.pdf", by=recruiter)
    files = [coded(a_pdf(name)) for name in NAMES]
    files += [coded(a_pdf("broken", broken=True)), coded(a_pdf("Known Example"))]
    desk.goto(f"/jobs/{job.pk}/")
    desk.evaluate(DROP, ["[data-intake-zone]", files])
    desk.wait_for_selector(".line >> nth=11")
    desk.wait_for_selector("#progress:not([data-working]) .line.done >> nth=10")
    for _ in range(2):
        assert desk.locator(".line").count() == 12
        assert desk.locator(".line.done .score").count() == 11
        broken = desk.locator(".line.unreadable").inner_text()
        assert "broken.pdf" in broken
        assert "Could not be read" in broken
        assert len(desk.locator(".line.unreadable .why").inner_text()) > 20
        assert "the same file as Known Example" in desk.locator(".line", has_text="Known Example.pdf").inner_text()
        desk.wait_for_selector("#ranking tbody tr >> nth=10")
        assert desk.inner_text("#candidate-count") == "11"
        desk.reload()
    assert again.resume.pk == IntakeItem.objects.get(duplicate=True).resume_id


def test_a_page_left_while_sending_says_which_files_did_not_come(desk, recruiter):
    job = create_job(job_description=JOB, by=recruiter)
    desk.goto(f"/jobs/{job.pk}/")
    desk.route(re.compile(r"/files/\d+/$"), lambda route: None)  # the files are under way for ever
    desk.evaluate(DROP, ["[data-intake-zone]", [coded(a_pdf("Ada Example")), coded(a_pdf("Bea Example"))]])
    desk.wait_for_selector(".line.uploading >> nth=1")
    desk.goto("/jobs/")
    desk.goto(f"/jobs/{job.pk}/")
    desk.wait_for_selector(".line.refused >> nth=1")
    assert "Choose it again" in desk.locator(".line.refused").first.inner_text()
    desk.locator("text=Dismiss").first.click()
    desk.wait_for_selector(".line >> nth=1", state="detached")
    assert desk.locator(".line").count() == 1


def test_the_list_is_ordered_by_keyboard_and_kept_as_feedback(desk, ranked):
    desk.goto(f"/jobs/{ranked.pk}/")
    first, second, *rest = names(desk)
    desk.focus(f"[aria-label='Move {second} up']")
    desk.keyboard.press("Enter")
    assert names(desk)[:2] == [second, first]
    assert f"{second} moved to place 1" in desk.inner_text("[data-order-told]")
    desk.click("text=Save this order")
    desk.wait_for_selector(".note.good")
    assert "sort=mine" in desk.url
    assert names(desk) == [second, first, *rest]
    assert Feedback.objects.current().filter(kind="order").count() == 1
    desk.click("text=By score")
    assert names(desk) == [first, second, *rest]
    desk.click("text=Your order")
    desk.click("text=Reset my order")
    desk.wait_for_selector(".note.good")
    assert not Feedback.objects.current().filter(kind="order").exists()


def test_the_list_is_ordered_by_dragging(desk, ranked):
    desk.goto(f"/jobs/{ranked.pk}/")
    first, *rest = names(desk)
    grip = desk.locator("[data-grip]").first.bounding_box()
    last = desk.locator("#ranking tbody tr").last.bounding_box()
    desk.mouse.move(grip["x"] + 4, grip["y"] + 4)
    desk.mouse.down()
    desk.mouse.move(grip["x"] + 4, last["y"] + last["height"] - 4, steps=30)
    desk.mouse.up()
    assert names(desk) == [*rest, first]
    desk.click("text=Save this order")
    desk.wait_for_selector(".note.good")
    desk.reload()
    assert names(desk) == [*rest, first]


def test_three_are_ticked_and_compared(desk, ranked):
    desk.goto(f"/jobs/{ranked.pk}/")
    chosen = names(desk)[:3]
    for name in chosen:
        desk.check(f"[aria-label='Select {name}']")
    assert desk.inner_text("[data-count]") == "3 selected"
    desk.click("text=Compare side by side")
    desk.wait_for_selector("table.compare")
    assert desk.locator("table.compare thead th").all_inner_texts() == chosen
    assert desk.locator("table.compare tr.asked").count() == ranked.requirements.count()
    assert desk.locator("table.compare q").count() >= 3


def test_a_requirement_is_added_moved_and_saved(desk, ranked):
    desk.goto(f"/jobs/{ranked.pk}/requirements/")
    desk.click("text=Add a requirement")
    row = desk.locator("[data-row]").last
    row.locator("textarea").fill("Kubernetes")
    row.locator("text=Must have").click()
    row.locator("[data-step='-1']").click()
    desk.click("text=Save requirements")
    desk.wait_for_selector(".note.stale")
    texts = list(ranked.requirements.values_list("text", flat=True))
    assert texts.index("Kubernetes") == len(texts) - 2
    assert ranked.requirements.get(text="Kubernetes").must_have
    desk.click("text=Analyse 4 again")
    desk.wait_for_selector("#progress:not([data-working])", state="attached")
    desk.goto(f"/jobs/{ranked.pk}/moves/")
    assert desk.locator("tbody tr").count() == 4
    assert "Not scored again yet" not in desk.inner_text("main")


def test_what_is_read_shows_as_a_description_is_typed(desk):
    desk.goto("/jobs/new/")
    desk.fill("[name=job_description]", JOB)
    desk.wait_for_selector("#preview .asks li")
    assert "Delmont" in desk.inner_text("#preview")
    assert "Must have" in desk.inner_text("#preview")
