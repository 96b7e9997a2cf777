"""The admin's lists: no more queries with two hundred rows than with twenty, and no whole documents for a line."""

from datetime import timedelta

import pytest
from auditlog.models import LogEntry
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.db import connection, models
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from analyses.models import Analysis, Decision, IntakeItem, Question, ResumeDigest
from atsproject.roles import OUR_APPS
from feedback.models import Feedback, Snapshot, Split, TrainingRun, TrainingStep
from jobs.models import Job, JobApplication, JobSelection, JobVersion, Requirement
from resumes.models import Person, Resume, Tag
from vectors.models import EmbeddingModel, IndexProgress, IndexRequest, OutboxEntry

pytestmark = pytest.mark.django_db
HIDDEN = {"Embedding", "PersonKey", "PersonRuling"}  # told on the pages of what they are about
OURS = [model for label in OUR_APPS for model in apps.get_app_config(label).get_models()]
# Texts that a list does show; each is a line or so.
SHOWN = {
    *("feedback_feedback.query", "analyses_question.question", "jobs_requirement.text"),
    *("resumes_resume.parse_quality", "feedback_snapshot.counts", "feedback_trainingrun.evaluation"),
}


@pytest.fixture
def admin_pages(administrator, page_as):
    return page_as(administrator)


def fill(numbers: range) -> None:
    """A row of every kind for each number, beside rows of its own."""
    now, one = timezone.now(), lambda prefix, n: f"{prefix}{n:09d}"
    make = lambda model, rows: model._default_manager.bulk_create(rows)  # noqa: E731
    users = make(User, [User(username=one("user", n)) for n in numbers])
    make(Group, [Group(name=one("group", n)) for n in numbers])
    jobs = make(Job, [Job(job_id=one("job", n), role_name=f"Role {n}", job_description="Long") for n in numbers])
    people = make(Person, [Person() for _ in numbers])
    kept = {"status": "ready", "finished_at": now, "text": "A whole document", "parse_quality": {"level": "good"}}
    pairs = list(zip(numbers, jobs, users, people, strict=True))
    resumes = make(
        Resume,
        [Resume(resume_id=one("resume_", n), person=p, uploaded_by=u, **kept) for n, _, u, p in pairs],
    )
    make(Tag, [Tag(name=one("tag", n)) for n in numbers])
    analyses = make(
        Analysis,
        [
            Analysis(analysis_id=one("a", n), job=job, resume=resume, requested_by=user, result={"long": "result"})
            for (n, job, user, _), resume in zip(pairs, resumes, strict=True)
        ],
    )
    rows = list(zip(numbers, jobs, users, resumes, analyses, strict=True))
    make(JobVersion, [JobVersion(job=job, number=1, job_description="Long") for job in jobs])
    make(Requirement, [Requirement(job=job, text="Python") for job in jobs])
    make(JobSelection, [JobSelection(user=user, job=job) for _, job, user, _, _ in rows])
    make(JobApplication, [JobApplication(company=one("c", n), job_title="D", created_by=u) for n, _, u, _, _ in rows])
    make(Question, [Question(analysis=a, question="?", response="Long", asked_by=u) for _, _, u, _, a in rows])
    make(Decision, [Decision(analysis=a, decision="on_hold", decided_by=u) for _, _, u, _, a in rows])
    make(IntakeItem, [IntakeItem(job=job, filename="a.pdf") for job in jobs])
    make(ResumeDigest, [ResumeDigest(resume=resume, source="1", text="Long") for resume in resumes])
    said = {"kind": "analysis", "query": "How good?", "response": "Long", "rating": 3}
    ids = [{"feedback_id": one("f", n), "interaction_id": one("i", n)} for n in numbers]
    about = [{"analysis": a, "job": j, "resume": r, "created_by": u} for _, j, u, r, a in rows]
    make(Feedback, [Feedback(**key, **judged, **said) for key, judged in zip(ids, about, strict=True)])
    make(Split, [Split(job=job, part="train", reason="hash", salt="s") for job in jobs])
    snapshots = make(Snapshot, [Snapshot(snapshot_id=f"s{n:09d}", hash="h", created_by=u) for n, _, u, _, _ in rows])
    runs = make(TrainingRun, [TrainingRun(task="embed", snapshot=s, log="Long") for s in snapshots])
    make(TrainingStep, [TrainingStep(run=run, kind="evaluate") for run in runs])
    base = EmbeddingModel.objects.first()
    made = make(EmbeddingModel, [EmbeddingModel(key=one("m", n), dimension=3, base=base) for n in numbers])
    make(OutboxEntry, [OutboxEntry(collection="feedback", key=one("k", n)) for n in numbers])
    make(IndexProgress, [IndexProgress(index="faiss", collection="feedback", model=model) for model in made])
    make(IndexRequest, [IndexRequest(kind="drain", index="faiss", collection="feedback") for _ in numbers])
    for _, job, user, _, _ in rows:
        LogEntry.objects.log_create(job, force_log=True, action=LogEntry.Action.UPDATE, actor=user, changes={})


def address_of(model) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist") + "?all="


def test_no_list_asks_more_with_two_hundred_rows_than_with_twenty(admin_pages, monkeypatch):
    models_shown = [model for model in (*OURS, User, Group, LogEntry) if model.__name__ not in HIDDEN]
    asked: dict[str, list[int]] = {}
    for numbers, least in ((range(20), 20), (range(20, 200), 200)):
        fill(numbers)
        for model in models_shown:
            assert model._default_manager.count() >= least, model
            monkeypatch.setattr(type(admin.site.get_model_admin(model)), "list_max_show_all", 10_000)
            with CaptureQueriesContext(connection) as queries:
                response = admin_pages.get(address_of(model))
            assert len(response.context["cl"].result_list) >= least, model
            asked.setdefault(model.__name__, []).append(len(queries))
    assert {name: counts for name, counts in asked.items() if counts[1] > counts[0]} == {}


@pytest.mark.parametrize("model", [m for m in OURS if m.__name__ not in HIDDEN], ids=lambda m: m.__name__)
def test_a_list_reads_no_whole_documents(admin_pages, model):
    fill(range(2))
    documents = {
        f"{other._meta.db_table}.{field.column}"
        for other in OURS
        for field in other._meta.concrete_fields
        if isinstance(field, models.TextField | models.JSONField)
    }
    with CaptureQueriesContext(connection) as queries:
        assert admin_pages.get(address_of(model)).status_code == 200
    read = {name for name in documents - SHOWN for query in queries if _selects(query["sql"], name)}
    assert read == set()


def _selects(sql: str, name: str) -> bool:
    table, column = name.split(".")
    return f'"{table}"."{column}"' in sql.split(" FROM ")[0]


def test_the_first_page_leads_to_what_waits_too_long(admin_pages):
    fill(range(3))
    Analysis.objects.filter(pk="a000000001").update(created_at=timezone.now() - timedelta(hours=2))
    waiting = admin_pages.get(reverse("admin:index")).context["waiting"]
    address = next(figure.address for figure in waiting if "waiting for more" in figure.label)
    assert [row.pk for row in admin_pages.get(address).context["cl"].result_list] == ["a000000001"]


def test_the_trail_names_events_in_words(admin_pages, administrator):
    fill(range(1))
    job = Job.objects.get(pk="job000000000")
    told = {"event": "switch_on"}
    LogEntry.objects.log_create(
        job, force_log=True, action=LogEntry.Action.ACCESS, actor=administrator, additional_data=told
    )
    page = admin_pages.get(reverse("admin:auditlog_logentry_changelist")).content.decode()
    assert "Switch on" in page
    assert f'href="{reverse("admin:jobs_job_change", args=[job.pk])}"' in page


def test_those_on_their_way_are_counted_down(admin_pages):
    fill(range(3))
    address = reverse("admin:analyses_analysis_changelist")
    first = admin_pages.get(address)
    assert "0 of 3 done" in first.content.decode()
    assert "Refresh" not in first.headers
    Analysis.objects.filter(pk="a000000001").update(
        status="failed", error_code="x", error="No", finished_at=timezone.now()
    )
    watched = admin_pages.get(address + first.context["on_their_way_address"])
    assert "1 of 3 done" in watched.content.decode()
    assert int(watched.headers["Refresh"]) > 0
    Analysis.objects.all().delete()
    after = admin_pages.get(address + first.context["on_their_way_address"])
    assert "All done" in after.content.decode()
    assert "Refresh" not in after.headers
    assert "on their way" not in admin_pages.get(address).content.decode()


def test_a_delete_page_counts_everything_and_names_the_first(admin_pages):
    job = Job.objects.create(job_description="Long", role_name="Baker")
    Requirement.objects.bulk_create([Requirement(job=job, text=f"Loaf {number}") for number in range(150)])
    page = admin_pages.get(reverse("admin:jobs_job_delete", args=[job.pk])).content.decode()
    assert "Requirements: 150" in page
    assert "… and 51 more, counted above" in page
    assert ("Loaf 98" in page, "Loaf 99" in page) == (True, False)


def test_the_navigation_leads_nobody_to_a_refusal(recruiter, page_as):
    recruiter.is_staff = True
    recruiter.save()
    client = page_as(recruiter)
    context = client.get(reverse("admin:index")).context
    shown = [item for group in context["sidebar_navigation"] for item in group["items"] if item["has_permission"]]
    names = {item["title"] for item in shown}
    assert {"Jobs", "Feedback"} <= names
    assert not {"Users", "Tokens", "Trail"} & names
    assert {client.get(item["link"]).status_code for item in shown} == {200}


def test_an_empty_list_says_what_fills_it(admin_pages):
    page = admin_pages.get(reverse("admin:feedback_trainingrun_changelist")).content.decode()
    assert "Nothing here yet" in page
    found = admin_pages.get(reverse("admin:jobs_job_changelist"), {"q": "nothing like it"}).content.decode()
    assert "Take the filters off" in found


def test_filters_say_how_many_rows_each_choice_leaves(admin_pages, administrator):
    fill(range(3))
    Decision.objects.all().delete()
    Decision.objects.create(analysis_id="a000000001", decision="rejected", decided_by=administrator)
    Decision.objects.create(analysis_id="a000000001", decision="on_hold", decided_by=administrator)
    address = reverse("admin:analyses_analysis_changelist")
    page = admin_pages.get(address).content.decode()
    for words in ("On hold (1)", "None yet (2)", "Shortlisted (0)"):
        assert words in page
    for chosen, keys in (("on_hold", {"a000000001"}), ("none", {"a000000000", "a000000002"}), ("shortlisted", set())):
        rows = admin_pages.get(f"{address}?decision={chosen}").context["cl"].result_list
        assert {row.pk for row in rows} == keys
