"""Every page opens for every role that has pages, with data on it and without, and for nobody else."""

from typing import Any

import pytest
from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.html import escape

from analyses.models import Analysis, Decision
from feedback.models import Feedback
from jobs.models import Job
from tests.atsproject.page_data import a_pdf, filled_job

LISTS = ["home", "jobs", "resumes", "feedback", "training", "applications", "account"]
ROLES = ["recruiter", "hiring_manager", "auditor"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client, make_user):
    def sign_in(role: str):
        client.force_login(make_user(f"user-{role}", role))
        return client

    return sign_in


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", LISTS)
def test_empty_lists_say_what_to_do_next(signed_in, role, name):
    response = signed_in(role).get(reverse(name))
    assert response.status_code == 200
    assert b"<h1>" in response.content


@pytest.mark.parametrize("role", ROLES)
def test_pages_with_data(signed_in, recruiter, role):
    client, (job, analysis) = signed_in(role), filled_job(recruiter)
    pages = [reverse(name) for name in LISTS]
    pages += [reverse(name, args=[job.pk]) for name in ("job", "edit-requirements", "library-matches", "job-progress")]
    pages += [reverse("analysis", args=[analysis.pk]), reverse("resume", args=[analysis.resume_id])]
    pages += [reverse("compare-candidates", args=[job.pk]) + f"?analysis={analysis.pk}"]
    for page in pages:
        assert client.get(page).status_code == 200, page
    found = client.get(reverse("analysis", args=[analysis.pk])).content.decode()
    quote = next(e["quote"] for r in (analysis.result or {})["requirements"] for e in r["evidence"])
    assert quote.replace("&", "&amp;").replace("'", "&#x27;") in found


def test_what_counts_beside_the_requirements_says_why_and_is_marked_on_the_page(signed_in, recruiter):
    _, analysis = filled_job(recruiter)
    part = (analysis.result or {})["components"][0]
    found = signed_in("recruiter").get(reverse("analysis", args=[analysis.pk])).content.decode()
    assert part["key"] == "profile_similarity"
    assert escape(part["reason"]) in found
    assert part["evidence"]
    assert '<button type="button" class="quote" data-quote="part-profile_similarity-0"' in found
    assert '<rect data-requirement="part-profile_similarity"' in found


def test_hidden_text_is_shown_whole(signed_in, recruiter):
    _, analysis = filled_job(recruiter)
    resume = analysis.resume
    assert resume is not None
    resume.hidden = [{"page": 1, "text": "Kubernetes " * 60 + "the end", "reason": "low_contrast"}]
    resume.save(update_fields=["hidden"])
    found = signed_in("recruiter").get(reverse("resume", args=[resume.pk])).content.decode()
    assert "Kubernetes the end</p></details>" in found


def test_a_visitor_is_sent_to_sign_in(client):
    response = client.get(reverse("jobs"))
    assert response.status_code == 302
    assert response["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("role", ["", "api_client"])
def test_without_a_role_for_pages_there_is_a_helpful_403(client, make_user, role):
    client.force_login(make_user("charlie", role))
    response = client.get(reverse("home"))
    assert response.status_code == 403
    assert b"role" in response.content or b"API" in response.content


def test_a_recruiter_opens_a_job_and_uploads(signed_in, django_capture_on_commit_callbacks):
    client = signed_in("recruiter")
    body = {"job_description": "Python Developer\nRequirements\n- Must have: Python\n- 3 years of experience"}
    client.post(reverse("job-new"), body)
    job = Job.objects.get()
    files = [a_pdf("Ada Example"), a_pdf("broken", broken=True)]
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("job-upload", args=[job.pk]), {"files": files})
    assert Analysis.objects.filter(job=job, status="done").count() == 1
    assert "Ada Example" in client.get(reverse("job", args=[job.pk])).content.decode()


def test_a_decision_and_feedback_take_one_click(signed_in, recruiter):
    client, (_, analysis) = signed_in("recruiter"), filled_job(recruiter)
    to = reverse("analysis-act", args=[analysis.pk])
    client.post(to, {"do": "decide", "decision": "shortlisted", "reason": "Strong Python"})
    assert Decision.objects.get().reason == "Strong Python"
    requirement = (analysis.result or {})["requirements"][0]["id"]
    client.post(to, {"do": "feedback", "about": f"requirement:{requirement}", "verdict": "wrong"})
    row = Feedback.objects.get(kind="requirement")
    assert (row.rating, row.analysis_id, row.source) == (1, analysis.pk, "page")


def test_an_auditor_changes_nothing(signed_in, recruiter):
    client, (job, analysis) = signed_in("auditor"), filled_job(recruiter)
    to = reverse("analysis-act", args=[analysis.pk])
    assert client.post(to, {"do": "decide", "decision": "rejected"}).status_code == 403
    assert client.post(reverse("job-act", args=[job.pk]), {"do": "delete"}).status_code == 403
    assert client.post(reverse("edit-requirements", args=[job.pk]), {}).status_code == 403
    assert Job.objects.filter(pk=job.pk).exists()


def test_editing_requirements_makes_a_version(signed_in, recruiter):
    client, (job, _) = signed_in("recruiter"), filled_job(recruiter)
    rows = list(job.requirements.all())
    body: dict[str, Any] = {"row": ["new1", *(f"r{r.pk}" for r in rows)]}
    body |= {"text-new1": "Kubernetes", "kind-new1": "skill", "weight-new1": "2", "must_have-new1": "on"}
    for r in rows:
        key = f"r{r.pk}"
        body |= {f"id-{key}": str(r.pk), f"text-{key}": r.text, f"kind-{key}": r.kind, f"words_before-{key}": r.text}
    body[f"remove-r{rows[0].pk}"] = "on"
    client.post(reverse("edit-requirements", args=[job.pk]), body)
    job.refresh_from_db()
    assert job.version == 2
    assert job.requirements.filter(text="Kubernetes", must_have=True).exists()
    assert not job.requirements.filter(pk=rows[0].pk).exists()


def test_blind_mode_hides_who_it_is_until_a_decision(signed_in, recruiter):
    client, (job, analysis) = signed_in("recruiter"), filled_job(recruiter)
    client.post(
        reverse("account"), {"do": "preferences", "blind": "on", "theme": "system", "landing": "home", "rows": 30}
    )
    pages = [reverse("job", args=[job.pk]), reverse("analysis", args=[analysis.pk]), reverse("home")]
    pages += [
        reverse("resume", args=[analysis.resume_id]),
        reverse("resumes"),
        f"{reverse('library-matches', args=[job.pk])}?found=1",
    ]
    for page in pages:
        text = client.get(page).content.decode()
        assert "Grace" not in text, page
        assert "grace.example@example.org" not in text, page
    assert client.get(reverse("original-pdf", args=[analysis.resume_id])).status_code == 403
    assert b"Grace" not in client.get(reverse("job-export", args=[job.pk, "csv"])).getvalue()
    client.post(reverse("analysis-act", args=[analysis.pk]), {"do": "decide", "decision": "on_hold"})
    assert "Grace" in client.get(reverse("analysis", args=[analysis.pk])).content.decode()


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_ranking_is_exported(signed_in, recruiter, kind):
    client, (job, _) = signed_in("recruiter"), filled_job(recruiter)
    response = client.get(reverse("job-export", args=[job.pk, kind]))
    content = response.getvalue()
    assert content.startswith(b"\xef\xbb\xbfRank" if kind == "csv" else b"PK")


def test_the_page_is_drawn_and_quotes_are_marked(signed_in, recruiter):
    client, (_, analysis) = signed_in("recruiter"), filled_job(recruiter)
    picture = client.get(reverse("page-image", args=[analysis.resume_id, "1"]))
    assert picture.content.startswith(b"\x89PNG")
    assert client.get(reverse("page-image", args=[analysis.resume_id, "99"])).status_code == 404
    assert b"<rect data-requirement" in client.get(reverse("analysis", args=[analysis.pk])).content


def test_no_page_has_inline_script_or_style(signed_in, recruiter):
    client, (job, analysis) = signed_in("recruiter"), filled_job(recruiter)
    for page in (reverse("home"), reverse("job", args=[job.pk]), reverse("analysis", args=[analysis.pk])):
        text = client.get(page).content.decode()
        assert " style=" not in text
        assert "<script>" not in text
        assert " onclick=" not in text


def test_a_failed_file_does_not_make_the_page_ask_for_ever(signed_in, recruiter):
    client, (job, analysis) = signed_in("recruiter"), filled_job(recruiter)
    address = reverse("job", args=[job.pk])
    lost = Analysis.objects.create(job=job, resume=analysis.resume, status="queued")
    assert b"every 1s" in client.get(address).content
    Analysis.objects.filter(pk=lost.pk).update(status="failed", error="It broke.", finished_at=analysis.finished_at)
    page = client.get(address).content
    assert b"It broke." in page
    assert b"every 1s" not in page


def test_who_administers_gets_from_a_row_to_its_form(page_as, administrator, recruiter):
    job, analysis = filled_job(recruiter)
    rows = {("job", "jobs_job"): job.pk, ("analysis", "analyses_analysis"): analysis.pk}
    rows[("resume", "resumes_resume")] = str(analysis.resume_id)
    for (page, form), key in rows.items():
        link = reverse(f"admin:{form}_change", args=[quote(key)])
        assert link in page_as(administrator).get(reverse(page, args=[key])).content.decode()
        assert link not in page_as(recruiter).get(reverse(page, args=[key])).content.decode()
        assert page_as(administrator).get(link).status_code == 200


def test_who_may_not_change_requirements_reads_them_without_being_able_to_type(signed_in, recruiter):
    job, _ = filled_job(recruiter)
    address = reverse("edit-requirements", args=[job.pk])
    assert '<fieldset class="bare" disabled>' in signed_in("auditor").get(address).content.decode()
    assert '<fieldset class="bare">' in signed_in("recruiter").get(address).content.decode()


@pytest.mark.parametrize(
    ("description", "told"),
    [
        ("Backend Developer at Delmont\nRequirements\n- Python\n", "1 requirement found"),
        ("Backend Developer at Delmont\nRequirements\n- Python\n- Kafka\n", "2 requirements found"),
        ("We are hiring.", "No requirements were found"),
    ],
)
def test_a_new_job_says_what_was_read_from_it(signed_in, description, told):
    answer = signed_in("recruiter").post(reverse("job-new"), {"job_description": description}, follow=True)
    assert told in answer.content.decode()
