"""What goes wrong on a recruiter's day: signed out half-way, a file that is none, going back, names of any kind."""

import re
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from reportlab.pdfgen.canvas import Canvas

from analyses.models import Analysis, Decision
from analyses.services import request_analysis
from jobs.models import Job
from jobs.services import create_job
from resumes.models import Resume
from resumes.services import add_resume
from tests.atsproject.page_data import JOB, a_pdf, filled_job
from tests.browser.test_job_in_a_browser import DROP, coded

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SIGN_IN = re.compile(r"/accounts/login/\?next=")


def sign_out_elsewhere(page) -> None:
    page.context.clear_cookies(name="sessionid")


def test_signed_out_meanwhile_a_verdict_leads_to_sign_in_and_back(desk, recruiter):
    analysis = filled_job(recruiter)[1]
    desk.goto(f"/analyses/{analysis.pk}/")
    sign_out_elsewhere(desk)
    desk.locator("#findings button[value=right]").first.click()
    desk.wait_for_url(SIGN_IN)
    assert desk.locator(".side").count() == 0
    assert desk.url.endswith(f"next=%2Fanalyses%2F{analysis.pk}%2F")


def test_signed_out_meanwhile_a_filter_leads_to_sign_in(desk, recruiter):
    job = filled_job(recruiter)[0]
    desk.goto(f"/jobs/{job.pk}/")
    sign_out_elsewhere(desk)
    desk.fill("[name=q]", "Grace")
    desk.wait_for_url(SIGN_IN)


def test_a_file_that_is_no_pdf_is_told_on_its_line_and_nowhere_else(desk, recruiter):
    """The fixture holds that the console stays silent."""
    job = create_job(job_description=JOB, by=recruiter)
    desk.goto(f"/jobs/{job.pk}/")
    files = [coded(SimpleUploadedFile("notes.pdf", b"only words")), coded(a_pdf("Ada Example"))]
    desk.evaluate(DROP, ["[data-intake-zone]", files])
    desk.wait_for_selector("#progress:not([data-working]) .line.done")
    assert "not a PDF" in desk.locator(".line.refused").inner_text()
    assert desk.locator("[data-still-sending]").is_hidden()


def test_going_back_after_a_decision_shows_it(desk, recruiter):
    job, analysis = filled_job(recruiter)
    desk.goto(f"/jobs/{job.pk}/")
    assert desk.locator("#ranking .pill.shortlisted").count() == 0
    desk.click("#ranking .who a")
    desk.fill("[name=reason]", "Knows our stack")
    desk.click("button[value=shortlisted]")
    desk.wait_for_selector(".decide .pill.shortlisted")
    desk.go_back()  # the page of the candidate before the decision, which knows of it too
    desk.wait_for_selector(".decide .pill.shortlisted")
    desk.go_back()
    desk.wait_for_selector("#ranking .pill.shortlisted")
    assert Decision.objects.get().analysis_id == analysis.pk


def test_a_decision_clicked_twice_is_one(desk, recruiter):
    analysis = filled_job(recruiter)[1]
    desk.goto(f"/analyses/{analysis.pk}/")
    desk.fill("[name=reason]", "Knows our stack")
    desk.dblclick("button[value=shortlisted]")
    desk.wait_for_selector(".decide .pill.shortlisted")
    assert Decision.objects.count() == 1


@pytest.mark.parametrize("name", ["Maximiliana" * 11, "محمد العربي", "דוד כהן", "王小明"])
@pytest.mark.parametrize("width", [1300, 390])
def test_any_name_fits_every_page(desk, recruiter, name, width):
    job, analysis = filled_job(recruiter)
    Resume.objects.update(candidate_name=name[:120])
    Analysis.objects.update(candidate_name=name[:120])
    Job.objects.update(role_name=name[:120])
    desk.set_viewport_size({"width": width, "height": 844})
    places = (f"/jobs/{job.pk}/", f"/analyses/{analysis.pk}/", f"/resumes/{analysis.resume_id}/")
    for place in (*places, "/", "/jobs/", "/resumes/", "/analyses/", f"/jobs/{job.pk}/matches/"):
        desk.goto(place)
        assert desk.evaluate("document.documentElement.scrollWidth") <= width, place


def test_charts_look_alike_wherever_they_stand(desk, recruiter):
    """A column that answers to a click is not painted."""
    from feedback.claims import judge_claim

    judge_claim(analysis=filled_job(recruiter)[1], by=recruiter, about="analysis", rating=4)
    for place in ("/", "/feedback/"):
        desk.goto(place)
        paint = "document.querySelectorAll('.chart .hit').values().map((node) => getComputedStyle(node).fill).toArray()"
        assert set(desk.evaluate(paint)) == {"rgba(0, 0, 0, 0)"}, place


def test_by_keyboard_a_verdict_leaves_one_where_one_was(desk, recruiter):
    analysis = filled_job(recruiter)[1]
    desk.goto(f"/analyses/{analysis.pk}/")
    desk.locator("#findings details.more summary").first.focus()
    desk.keyboard.press("Enter")
    desk.keyboard.press("Tab")
    desk.keyboard.type("Say the years")
    desk.keyboard.press("Tab")
    desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")
    desk.wait_for_selector("#findings .verdict [role=status]")
    desk.wait_for_selector("#findings .verdict:focus")
    desk.keyboard.press("Tab")
    assert desk.evaluate("document.activeElement.innerText") == "Right"
    assert desk.evaluate("document.activeElement.closest('.finding') === document.querySelector('.finding')")


def test_by_keyboard_one_skips_to_the_candidates(desk, recruiter):
    job = filled_job(recruiter)[0]
    desk.goto(f"/jobs/{job.pk}/")
    desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")
    desk.keyboard.press("Tab")
    assert desk.evaluate("document.activeElement.innerText") == "Skip to the candidates"
    desk.keyboard.press("Enter")
    desk.keyboard.press("Tab")
    assert desk.evaluate("document.activeElement.innerText") == "Excel"


def test_a_link_in_a_note_stands_in_its_line(desk, recruiter):
    job, analysis = filled_job(recruiter)
    Job.objects.filter(pk=job.pk).update(blind_mode=True)
    for place in (f"/analyses/{analysis.pk}/", f"/resumes/{analysis.resume_id}/"):
        desk.goto(place)
        note = desk.locator("p.note", has_text="until a decision is recorded").bounding_box()
        link = desk.locator("p.note a").bounding_box()
        assert link["x"] > note["x"] + 100, place


def test_every_page_of_a_long_resume_is_shown_whole(desk, recruiter):
    job = create_job(job_description=JOB, by=recruiter)
    resume = add_resume(file=nine_pages(), filename="nine.pdf", by=recruiter).resume
    analysis = request_analysis(job=job, resume=resume, by=recruiter)
    for place in (f"/resumes/{resume.pk}/", f"/analyses/{analysis.pk}/"):
        desk.goto(place, wait_until="networkidle")
        for page in desk.locator(".page-image").all():
            page.scroll_into_view_if_needed()
            page.locator("img").evaluate("(node) => node.decode()")
        shown = desk.evaluate(
            "[...document.querySelectorAll('.page-image')].map((node) => [node.clientHeight, node.clientWidth])"
        )
        assert len(shown) == 9
        assert all(height > 1.2 * width for height, width in shown), (place, shown)


def nine_pages() -> SimpleUploadedFile:
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for number in range(9):
        head = ["Nina Example", "nina@example.org | +1 202 555 0143", "Experience"] if number == 0 else []
        lines = [
            f"Backend Developer, Corvane {number}, Mar {2010 + number} - Feb {2011 + number}",
            "- Built it in Python",
        ]
        for place, line in enumerate(head + lines):
            canvas.drawString(60, 780 - 24 * place, line)
        canvas.showPage()
    canvas.save()
    return SimpleUploadedFile("nine.pdf", buffer.getvalue(), content_type="application/pdf")
