"""The admin: every list and form opens, costs no more queries with more rows, and saves through the services."""

import re
from typing import Any

import pytest
from auditlog.models import LogEntry
from django.apps import apps
from django.contrib.admin.utils import quote
from django.contrib.auth.models import Group, Permission, User
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from knox.models import AuthToken

from analyses.models import Analysis
from analyses.services import decide, request_analysis
from atsproject.roles import OUR_APPS
from feedback.models import Feedback
from feedback.services import submit_feedback
from jobs.models import Job, JobSelection
from resumes.models import Resume
from resumes.services import add_resume
from tests.atsproject.page_data import JOB, a_pdf, filled_job

pytestmark = pytest.mark.django_db
MODELS = [model for label in OUR_APPS for model in apps.get_app_config(label).get_models()]
HIDDEN = {"Embedding", "PersonKey", "PersonRuling"}  # told on the pages of what they are about


@pytest.fixture
def administrator(client, make_user):
    user = make_user("root", is_staff=True, is_superuser=True)
    client.force_login(user)
    return user


def more(user, job, number: int) -> Analysis:
    taken = add_resume(file=a_pdf(f"Person {number}"), filename=f"{number}.pdf", by=user)
    analysis = request_analysis(job=job, resume=taken.resume, by=user)
    submit_feedback(
        by=user,
        interaction_id=f"i{number}",
        query="q",
        response="r",
        rating=3,
        analysis_id=analysis.pk,
        kind="analysis",
    )
    return analysis


def names(model) -> str:
    return f"{model._meta.app_label}_{model._meta.model_name}"


@pytest.mark.parametrize("model", [m for m in MODELS if m.__name__ not in HIDDEN], ids=lambda m: m.__name__)
def test_every_list_opens(client, administrator, model):
    job, _ = filled_job(administrator)
    more(administrator, job, 1)
    assert client.get(reverse(f"admin:{names(model)}_changelist")).status_code == 200
    row = model._default_manager.first()
    if row is not None:
        assert client.get(reverse(f"admin:{names(model)}_change", args=[quote(row.pk)])).status_code == 200


@pytest.mark.parametrize("model", [Job, Resume, Analysis, Feedback], ids=lambda m: m.__name__)
def test_a_list_costs_no_more_with_more_rows(client, administrator, model):
    job, _ = filled_job(administrator)
    more(administrator, job, 1)
    counts = []
    for batch in (range(2, 3), range(3, 8)):
        for number in batch:
            more(administrator, job, number)
            Job.objects.create(job_description=f"Another job {number}")
        client.get(reverse(f"admin:{names(model)}_changelist"))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(reverse(f"admin:{names(model)}_changelist"))
        counts.append(len(queries))
    assert counts[0] == counts[1]


LISTED = [m for m in MODELS if m.__name__ not in HIDDEN]


@pytest.mark.parametrize("model", [*LISTED, User, LogEntry, AuthToken], ids=lambda m: m.__name__)
def test_no_list_asks_too_much_of_staff_with_every_right(client, model):
    """The most that can be asked: rights that come through a role, and every filter there is."""
    chief = User.objects.create_user("chief", is_staff=True)
    everything = Group.objects.create(name="everything")
    everything.permissions.set(Permission.objects.all())
    chief.groups.add(everything, Group.objects.get(name="recruiter"))
    client.force_login(chief)
    job, _ = filled_job(chief)
    more(chief, job, 1)
    address = reverse(f"admin:{names(model)}_changelist")
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    assert len(queries) <= 15, [query["sql"][:120] for query in queries]


LONG = (
    *('"text"', '"lines"', '"profile"', '"result"', '"job_description"', '"manifest"', '"log"', '"context"'),
    *('"citations"', '"ideal_response"'),
)


@pytest.mark.parametrize("model", [m for m in MODELS if m.__name__ not in HIDDEN], ids=lambda m: m.__name__)
def test_a_list_leaves_long_texts_in_the_database(client, administrator, model):
    job, _ = filled_job(administrator)
    more(administrator, job, 1)
    with CaptureQueriesContext(connection) as queries:
        client.get(reverse(f"admin:{names(model)}_changelist"))
    # A requirement's text is what its list shows; conditions may look into any column.
    read = [query["sql"].partition(" FROM ")[0] for query in queries if model.__name__ != "Requirement"]
    assert [(column, sql) for sql in read for column in LONG if column in sql] == []


def test_reading_again_is_left_to_tasks(client, administrator, monkeypatch):
    _, analysis = filled_job(administrator)
    asked: list[str] = []
    monkeypatch.setattr("resumes.tasks.read_resume_task", type("Task", (), {"enqueue": staticmethod(asked.append)}))
    body = {"action": "read_again", "_selected_action": [analysis.resume_id]}
    with TestCase.captureOnCommitCallbacks(execute=True):
        response = client.post(reverse("admin:resumes_resume_changelist"), body, follow=True)
    assert asked == [analysis.resume_id]
    assert Resume.objects.get(pk=analysis.resume_id).status == "queued"
    assert "1 handed over to be read again" in response.content.decode()
    assert client.get(f"{reverse('admin:resumes_resume_changelist')}?status__in=queued,ocr_queued").status_code == 200


def test_a_job_made_here_has_its_requirements_read(client, administrator):
    body = {"company_name": "", "role_name": "", "job_description": JOB, "metadata": "{}"}
    response = client.post(reverse("admin:jobs_job_add"), body)
    assert response.status_code == 302, response.context["adminform"].form.errors
    job = Job.objects.get()
    assert job.requirements.count() >= 3
    assert job.versions.count() == 1


def test_weights_are_numbers_by_category(client, administrator):
    body = {"job_description": JOB, "metadata": "{}", "weight_skills": "2.5", "weight_profile": "0"}
    client.post(reverse("admin:jobs_job_add"), body)
    job = Job.objects.get()
    assert job.weights == {"skills": 2.5, "profile": 0.0}
    address = reverse("admin:jobs_job_change", args=[job.pk])
    assert 'name="weight_skills" value="2.5"' in client.get(address).content.decode()
    rows = {"requirements-TOTAL_FORMS": "0", "requirements-INITIAL_FORMS": "0"}
    client.post(address, body | rows | {"weight_skills": "", "weight_profile": "101"})
    job.refresh_from_db()
    assert job.weights == {"skills": 2.5, "profile": 0.0}, "a weight over the limit is refused"
    client.post(address, body | rows | {"weight_skills": "", "weight_profile": "0"})
    job.refresh_from_db()
    assert job.weights == {"profile": 0.0}
    assert job.version == 3


@pytest.mark.parametrize("model", [Job, Resume, Analysis, Feedback], ids=lambda m: m.__name__)
def test_no_form_shows_stored_json(client, make_user, recruiter, model):
    filled_job(recruiter)
    more(recruiter, Job.objects.get(), 1)
    client.force_login(make_user("audra", "auditor", is_staff=True))
    row = model._default_manager.filter(pk__isnull=False).first()
    page = client.get(reverse(f"admin:{names(model)}_change", args=[quote(row.pk)])).content.decode()
    told = page[page.index('id="content"') :]
    assert 'class="highlight"' not in told
    assert "{}" not in told


def test_editing_requirements_here_makes_a_version(client, administrator):
    job, _ = filled_job(administrator)
    address = reverse("admin:jobs_job_change", args=[job.pk])
    rows = list(job.requirements.all())
    body = {
        "company_name": job.company_name,
        "role_name": job.role_name,
        "job_description": job.job_description.replace("\n", "\r\n"),
        "metadata": "{}",
        "requirements-TOTAL_FORMS": len(rows),
        "requirements-INITIAL_FORMS": len(rows),
    }
    for place, row in enumerate(rows):
        values = {"id": row.pk, "job": job.pk, "text": row.text, "kind": row.kind, "weight": row.weight}
        values |= {"years": row.years or "", "level": row.level, "note": row.note, "scorable": "on"}
        body |= {f"requirements-{place}-{name}": value for name, value in values.items()}
    body["requirements-0-weight"] = 7
    assert client.post(address, body).status_code == 302
    job.refresh_from_db()
    assert job.version == 2
    assert job.requirements.filter(weight=7).exists()
    assert job.requirements.count() == len(rows)


def test_pdfs_are_uploaded_and_downloaded(client, administrator):
    files = {"files": [a_pdf("Ada Example"), a_pdf("broken", broken=True)]}
    client.post(reverse("admin:resumes_resume_add"), files)
    assert set(Resume.objects.values_list("status", flat=True)) == {"ready", "unreadable"}
    resume = Resume.objects.get(status="ready")
    response = client.get(reverse("admin:resumes_resume_pdf", args=[resume.pk]))
    assert b"".join(response.streaming_content).startswith(b"%PDF")


def test_chosen_resumes_are_analysed(client, administrator, django_capture_on_commit_callbacks):
    job, _ = filled_job(administrator)
    other = add_resume(file=a_pdf("Ada Example"), filename="a.pdf", by=administrator).resume
    body = {"action": "analyse_for_current_job", "_selected_action": [other.pk]}
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("admin:resumes_resume_changelist"), body)
    assert Analysis.objects.filter(job=job, resume=other, status="done").count() == 1


def test_deleting_goes_through_the_services(client, administrator):
    job, analysis = filled_job(administrator)
    page = client.get(reverse("admin:resumes_resume_delete", args=[analysis.resume_id]))
    assert analysis.pk in page.content.decode()
    client.post(reverse("admin:resumes_resume_delete", args=[analysis.resume_id]), {"post": "yes"})
    assert not Resume.objects.exists()
    assert not Analysis.objects.exists()
    client.post(reverse("admin:jobs_job_delete", args=[job.pk]), {"post": "yes"})
    assert not Job.objects.exists()


def test_the_chosen_are_exported(client, administrator):
    job, _ = filled_job(administrator)
    more(administrator, job, 1)
    body = {"action": "export_csv", "_selected_action": [Feedback.objects.get().pk]}
    response = client.post(reverse("admin:feedback_feedback_changelist"), body)
    assert Feedback.objects.get().pk in response.getvalue().decode("utf-8-sig")


def test_an_auditor_changes_nothing(client, make_user, recruiter):
    job, analysis = filled_job(recruiter)
    client.force_login(make_user("audra", "auditor", is_staff=True))
    assert client.get(reverse("admin:jobs_job_change", args=[job.pk])).status_code == 200
    assert client.post(reverse("admin:jobs_job_change", args=[job.pk]), {}).status_code == 403
    assert client.post(reverse("admin:resumes_resume_add"), {}).status_code == 403
    body = {"action": "work_on", "_selected_action": [job.pk]}
    client.post(reverse("admin:jobs_job_changelist"), body)
    assert not JobSelection.objects.filter(user__username="audra").exists()
    assert (
        client.post(reverse("admin:analyses_analysis_delete", args=[analysis.pk]), {"post": "yes"}).status_code == 403
    )
    assert Analysis.objects.exists()


def test_a_refusal_stands_beside_its_field(client, administrator):
    job, _ = filled_job(administrator)
    body = {
        "company_name": "",
        "role_name": "",
        "job_description": "   ",
        "weight_skills": "many",
        "metadata": "{}",
    }
    assert client.post(reverse("admin:jobs_job_add"), body).status_code == 200
    body |= {"requirements-TOTAL_FORMS": "0", "requirements-INITIAL_FORMS": "0"}
    response = client.post(reverse("admin:jobs_job_change", args=[job.pk]), body)
    assert set(response.context["adminform"].form.errors) >= {"job_description", "weight_skills"}
    job.refresh_from_db()
    assert job.version == 1


def test_an_analysis_costs_no_more_with_more_beside_it(client, administrator):
    _, analysis = filled_job(administrator)
    address = reverse("admin:analyses_analysis_change", args=[analysis.pk])
    counts = []
    for numbers in (range(2), range(2, 8)):
        for number in numbers:
            decide(analysis=analysis, decision="on_hold", reason=f"{number}", by=administrator)
            words: Any = {"query": "q", "response": "r", "rating": 3, "kind": "analysis"}
            submit_feedback(by=administrator, interaction_id=f"x{number}", analysis_id=analysis.pk, **words)
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_links_lead_to_rows_whose_ids_look_quoted(client, administrator):
    # The admin reads "_25" in an address as a percent sign.
    resume = Resume.objects.create(resume_id="resume_2517c4f0846e", sha256="5" * 64, status="queued", file_size=1)
    page = client.get(reverse("resume", args=[resume.pk])).content.decode()
    (address,) = re.findall(r'href="(/admin/resumes/resume/[^"]+)"', page)
    assert client.get(address).status_code == 200
    trail = client.get(reverse("admin:auditlog_logentry_changelist")).content.decode()
    assert f'href="{address}"' in trail
