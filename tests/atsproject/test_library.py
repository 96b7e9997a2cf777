"""The library: found by words, by meaning, by skill and years, by tag; several handled at once."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from analyses.matches import refresh_digests, stale_digests
from analyses.models import Analysis
from atsproject.pages.library_search import SKILLS_SHOWN
from jobs.services import create_job
from resumes.models import Resume, Tag
from resumes.services import add_resume
from tests.atsproject.page_data import JOB, a_pdf, filled_job

pytestmark = pytest.mark.django_db


COOK = (
    *("Cole Baker", "cole.baker@example.org", "Experience", "Cook, Harbour Hotel, Mar 2018 - Present"),
    *("- Cooking in a hotel kitchen: fish, pastry and menus", "- Serving dinner to two hundred guests a night"),
)


def a_cook(*more: str) -> SimpleUploadedFile:
    from reportlab.pdfgen.canvas import Canvas

    buffer = BytesIO()
    page = Canvas(buffer, invariant=1)
    for number, line in enumerate((*COOK, *more)):
        page.drawString(60, 780 - 24 * number, line)
    page.save()
    return SimpleUploadedFile("cole.pdf", buffer.getvalue(), content_type="application/pdf")


@pytest.fixture
def two(recruiter, django_capture_on_commit_callbacks) -> tuple[Resume, Resume]:
    """A developer and a cook, read and made findable."""
    with django_capture_on_commit_callbacks(execute=True):
        dev = add_resume(file=a_pdf("Ada Example"), filename="ada.pdf", by=recruiter).resume
        cook = add_resume(file=a_cook(), filename="cole.pdf", by=recruiter).resume
    return dev, cook


def found(pages, query: str) -> set[str]:
    return {row.pk for row in pages.get(f"{reverse('resumes')}?{query}").context["page"]}


def test_words_of_the_text_are_found(pages, two):
    assert found(pages, "q=kitchen") == {two[1].pk}
    assert found(pages, "q=Ada") == {two[0].pk}


@pytest.mark.parametrize(("years", "there"), [("", True), ("3", True), ("40", False)])
def test_a_skill_with_years_of_dated_work(pages, two, years, there):
    assert found(pages, f"skill=Python&years={years}") == ({two[0].pk} if there else set())


def test_an_unknown_skill_is_searched_as_words_and_said(pages, two):
    response = pages.get(f"{reverse('resumes')}?skill=Corvane")
    assert {row.pk for row in response.context["page"]} == {two[0].pk}
    assert "no skill the taxonomy knows" in response.content.decode()


@pytest.mark.real_model
def test_meaning_finds_what_the_words_do_not_say(pages, settings, two):
    settings.EMBEDDERS = {"default": {"BACKEND": "vectors.embedders.OnnxEmbedder", "OPTIONS": {}}}
    unknown = pages.get(f"{reverse('resumes')}?q=chef&by=meaning").content.decode()
    assert "2 of these resumes cannot be found by meaning yet" in unknown  # their vectors are another model's
    assert [stale_digests().keys(), refresh_digests()] == [{row.pk for row in two}, 0]
    response = pages.get(f"{reverse('resumes')}?q=chef+preparing+meals+in+a+restaurant&by=meaning")
    rows = list(response.context["page"])
    assert rows[0].pk == two[1].pk
    assert rows[0].near > 0.3
    assert f"{round(100 * rows[0].near)} %" in response.content.decode()


def test_the_strongest_skills_stand_in_the_row(pages, two):
    row = next(row for row in pages.get(f"{reverse('resumes')}?skill=Django").context["page"] if row.pk == two[0].pk)
    assert 0 < len(row.skills) <= SKILLS_SHOWN
    assert row.skills[0]["months"] >= row.skills[-1]["months"]


def test_tags_are_put_on_in_bulk_and_found_in_any_case(pages, two):
    pages.post(reverse("resumes-bulk"), {"do": "tag", "tag_names": "call back, Berlin", "resume": [two[0].pk]})
    assert found(pages, "tag=CALL+BACK") == {two[0].pk}
    pages.post(reverse("resumes-bulk"), {"do": "untag", "tag_names": "call BACK", "resume": [two[0].pk]})
    assert list(Tag.objects.values_list("name", flat=True)) == ["Berlin"]


def test_a_tag_goes_with_its_last_resume(pages, two):
    pages.post(reverse("resume-act", args=[two[0].pk]), {"do": "tag", "tag": "Ada's friend"})
    assert Tag.objects.exists()
    pages.post(reverse("resumes-delete"), {"resume": [two[0].pk]})
    assert not Tag.objects.exists()


def test_tags_over_the_api(api, two):
    answer = api.post(f"/api/resumes/{two[0].pk}/tags", {"add": ["senior"]}, format="json")
    assert answer.json() == {"resume_id": two[0].pk, "tags": ["senior"]}
    assert [row["resume_id"] for row in api.get("/api/resumes?tag=Senior").json()["results"]] == [two[0].pk]
    assert api.post(f"/api/resumes/{two[0].pk}/tags", {"add": ["x" * 41]}, format="json").status_code == 400


def test_deleting_says_first_what_goes_with_it(pages, recruiter):
    _, analysis = filled_job(recruiter)
    asked = pages.post(reverse("resumes-bulk"), {"do": "delete", "resume": [analysis.resume_id]}, follow=True)
    said = " ".join(asked.content.decode().split())
    assert "1 PDF file with the text read from it" in said
    assert "1 analysis, with 0 questions" in said
    assert Resume.objects.filter(pk=analysis.resume_id).exists()
    pages.post(reverse("resumes-delete"), {"resume": [analysis.resume_id]})
    assert not Resume.objects.exists()
    assert not Analysis.objects.exists()


def test_an_auditor_neither_deletes_nor_tags(page_as, auditor, two):
    client = page_as(auditor)
    assert client.post(reverse("resumes-delete"), {"resume": [two[0].pk]}).status_code == 403
    body = {"do": "tag", "tag_names": "x", "resume": [two[0].pk]}
    assert client.post(reverse("resumes-bulk"), body).status_code == 403


def test_several_are_analysed_for_a_job(pages, recruiter, two, django_capture_on_commit_callbacks):
    job, _ = filled_job(recruiter)
    with django_capture_on_commit_callbacks(execute=True):
        pages.post(reverse("resumes-bulk"), {"do": "analyse", "job": job.pk, "resume": [two[0].pk]})
    assert Analysis.objects.filter(job=job, resume=two[0], status="done").exists()


def test_the_export_hides_whom_the_page_hides(pages, recruiter, two):
    from openpyxl import load_workbook

    body = {"do": "export", "resume": [two[0].pk]}
    response = pages.post(reverse("resumes-bulk"), body)
    path_rows = list(load_workbook(_file(response)).active.values)
    assert path_rows[1][0] == "Ada Example"


def _file(response):
    return BytesIO(b"".join(response.streaming_content))


def test_an_upload_reports_each_file_and_survives_a_reload(pages, two, django_capture_on_commit_callbacks):
    files = [a_pdf("Ada Example"), a_pdf("broken", broken=True), a_pdf("Nina New")]
    with django_capture_on_commit_callbacks(execute=True):
        response = pages.post(reverse("resumes-upload"), {"files": files})
    shown = pages.get(response["Location"]).content.decode()
    assert "already in the library" in shown
    assert Resume.objects.get(status="unreadable").error in shown
    assert "Nina New" in shown


def test_files_of_one_person_are_grouped(pages, two):
    assert found(pages, "several=1") == set()
    Resume.objects.filter(pk=two[0].pk).update(other_filenames=["again.pdf"])
    assert found(pages, "several=1") == {two[0].pk}


def test_a_resume_is_analysed_for_the_job_that_is_chosen(pages, recruiter, two):
    chosen = create_job(job_description=JOB, by=recruiter)
    create_job(job_description=JOB + "- Kafka", by=recruiter)  # the current one
    body = {"do": "analyse", "job": chosen.pk}
    said = pages.post(reverse("resume-act", args=[two[0].pk]), body, follow=True)
    assert [row.job_id for row in two[0].analyses.all()] == [chosen.pk]
    assert reverse("analysis", args=[two[0].analyses.get().pk]) in said.content.decode()
    assert pages.post(reverse("resume-act", args=[two[0].pk]), {"do": "analyse", "job": "nowhere"}).status_code == 404


def test_the_page_of_a_version_says_why_it_is_one(pages, recruiter, two):
    developer, cook = two
    newer = add_resume(file=a_cook("- Buying fish at the market"), filename="cole-2.pdf", by=recruiter).resume
    page = pages.get(reverse("resume", args=[cook.pk])).content.decode()
    assert newer.pk in page
    assert "same e-mail, same name and employer" in page
    assert "same e-mail" not in pages.get(reverse("resume", args=[developer.pk])).content.decode()
