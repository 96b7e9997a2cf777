"""The ranked list of a job: sorted, filtered and searched together, decided on by several; what a deletion takes."""

import pytest
from django.urls import reverse

from analyses.models import Analysis, Decision
from analyses.questions import ask
from analyses.services import decide, request_analysis
from atsproject.preferences import save_preference
from feedback.claims import judge_claim
from feedback.models import Feedback
from jobs.models import Job
from jobs.services import create_job
from resumes.models import Resume
from resumes.services import add_resume
from tests.atsproject.page_data import JOB, a_pdf

pytestmark = pytest.mark.django_db
NAMES = ("Ada Example", "Bea Example", "Cid Example", "Dan Example")
SCORES = (40.0, 80.0, 60.0, 80.0)


@pytest.fixture
def job(recruiter):
    """Four candidates with known scores; of Bea and Cid all must-haves are met; Cid is rejected."""
    made = create_job(job_description=JOB, by=recruiter)
    for name, score in zip(NAMES, SCORES, strict=True):
        resume = add_resume(file=a_pdf(name), filename=f"{name}.pdf", by=recruiter).resume
        found = request_analysis(job=made, resume=resume, by=recruiter)
        Analysis.objects.filter(pk=found.pk).update(
            overall_score=score, must_haves_met=3 if name in NAMES[1:3] else 1, must_haves_total=3
        )
    decide(analysis=analysis_of(made, "Cid Example"), decision="rejected", reason="Too far", by=recruiter)
    return made


def analysis_of(job: Job, name: str) -> Analysis:
    return Analysis.objects.get(job=job, candidate_name=name)


def listed(pages, job: Job, **asked) -> list[str]:
    page = pages.get(reverse("job", args=[job.pk]), asked).context["page"]
    return [row.candidate_name.split()[0] for row in page.object_list]


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({}, ["Bea", "Dan", "Cid", "Ada"]),
        ({"sort": "-score"}, ["Ada", "Cid", "Bea", "Dan"]),
        ({"sort": "name"}, ["Ada", "Bea", "Cid", "Dan"]),
        ({"sort": "-name", "min_score": "60"}, ["Dan", "Cid", "Bea"]),
        ({"sort": "must", "decision": "none"}, ["Bea", "Dan", "Ada"]),
        ({"must_haves": "met", "decision": "none"}, ["Bea"]),
        ({"must_haves": "met", "decision": "rejected", "sort": "name"}, ["Cid"]),
        ({"q": "django", "min_score": "61", "sort": "-name"}, ["Dan", "Bea"]),
        ({"q": "Bea Example", "decision": "none"}, ["Bea"]),
        ({"q": "Bea Example", "decision": "shortlisted"}, []),
        ({"sort": "decision", "min_score": "60"}, ["Cid", "Bea", "Dan"]),
        ({"sort": "weather", "min_score": "much"}, ["Bea", "Dan", "Cid", "Ada"]),
    ],
)
def test_sorting_filters_and_search_work_together(pages, job, asked, names):
    assert listed(pages, job, **asked) == names


def test_the_newest_first_and_last(pages, job):
    newest = listed(pages, job, sort="newest")
    assert newest == [name.split()[0] for name in reversed(NAMES)]
    assert listed(pages, job, sort="-newest") == newest[::-1]


def test_a_heading_turns_the_order_and_keeps_the_filters(pages, job):
    page = pages.get(reverse("job", args=[job.pk]), {"sort": "name", "decision": "none", "page": "1"})
    column = page.context["columns"]["name"]
    assert (column.aria, column.address) == ("ascending", "?sort=-name&decision=none")
    assert page.context["columns"]["score"].address == "?sort=score&decision=none"


def test_a_name_that_is_hidden_neither_sorts_nor_is_found(pages, job, recruiter):
    save_preference(by=recruiter, blind=True)
    assert listed(pages, job, sort="name") == listed(pages, job)
    assert listed(pages, job, q="Ada Example") == []


def test_an_export_holds_what_the_list_shows(pages, job):
    asked = {"must_haves": "met", "sort": "name"}
    answer = pages.get(reverse("job-export", args=[job.pk, "csv"]), asked)
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert [line.split(",")[1] for line in lines[1:]] == ["Bea Example", "Cid Example"]


def test_one_decision_with_one_reason_on_several(pages, job):
    keys = [analysis_of(job, name).pk for name in NAMES[:2]]
    back = f"/jobs/{job.pk}/?decision=none"
    body = {"do": "decide", "analysis": keys, "decision": "on_hold", "reason": "Call in May", "back": back}
    answer = pages.post(reverse("job-bulk", args=[job.pk]), body)
    assert answer.headers["Location"] == back
    made = Decision.objects.filter(decision="on_hold")
    assert {(row.analysis_id, row.reason) for row in made} == {(key, "Call in May") for key in keys}
    assert "On hold: 2." in pages.get(back).content.decode()
    assert listed(pages, job, decision="on_hold") == ["Bea", "Ada"]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"reason": " "}, "Say why"),
        ({"analysis": []}, "Select one or more"),
        ({"decision": "perhaps"}, "must be one of"),
    ],
)
def test_several_are_decided_whole_or_not_at_all(pages, job, changed, told):
    keys = [analysis_of(job, name).pk for name in NAMES[:2]]
    body = {"do": "decide", "analysis": keys, "decision": "on_hold", "reason": "Call in May"}
    answer = pages.post(reverse("job-bulk", args=[job.pk]), body | changed, follow=True)
    assert told in answer.content.decode()
    assert Decision.objects.count() == 1


def test_a_stranger_to_the_job_is_not_decided_on_with_it(pages, job, recruiter):
    other = create_job(job_description=f"{JOB}- Terraform", by=recruiter)
    stranger = request_analysis(job=other, resume=Resume.objects.get(candidate_name=NAMES[0]), by=recruiter)
    body = {"do": "decide", "analysis": [stranger.pk], "decision": "rejected", "reason": "Wrong list"}
    pages.post(reverse("job-bulk", args=[job.pk]), body)
    assert not stranger.decisions.exists()


def test_an_auditor_decides_on_nobody(page_as, auditor, job):
    body = {"do": "decide", "analysis": [analysis_of(job, NAMES[0]).pk], "decision": "rejected", "reason": "No"}
    assert page_as(auditor).post(reverse("job-bulk", args=[job.pk]), body).status_code == 403
    assert Decision.objects.count() == 1


def test_deleting_a_job_takes_what_its_page_says(pages, job, recruiter):
    first = analysis_of(job, NAMES[0])
    ask(analysis=first, question="Which database?", by=recruiter)
    judge_claim(analysis=first, by=recruiter, about="analysis", rating=4)
    told = {what: number for number, what in pages.get(reverse("job-delete", args=[job.pk])).context["taken"]}
    assert told["requirements"] == job.requirements.count()
    assert (told["analyses"], told["decision"], told["question with its answer"]) == (4, 1, 1)
    feedback = told.get("feedback entry", 0) + told.get("feedback entries", 0)
    assert feedback == Feedback.objects.filter(job=job).count() >= 1
    pages.post(reverse("job-act", args=[job.pk]), {"do": "delete"})
    assert not Analysis.objects.exists()
    assert not Decision.objects.exists()
    assert not Feedback.objects.exists()
    assert Resume.objects.count() == 4


def test_deleting_resumes_takes_what_their_page_says(pages, job, recruiter):
    chosen = [analysis_of(job, name) for name in NAMES[1:3]]
    ask(analysis=chosen[0], question="Which database?", by=recruiter)
    judge_claim(analysis=chosen[0], by=recruiter, about="analysis", rating=4)
    before = (Analysis.objects.count(), Decision.objects.count(), Feedback.objects.count())
    page = pages.get(reverse("resumes-delete"), {"resume": [row.resume_id for row in chosen]})
    goes = page.context["goes"]
    assert (goes["files"], goes["analyses"], goes["questions"], goes["decisions"]) == (2, 2, 1, 1)
    pages.post(reverse("resumes-delete"), {"resume": [row.resume_id for row in chosen]})
    after = (Analysis.objects.count(), Decision.objects.count(), Feedback.objects.count())
    gone = [was - now for was, now in zip(before, after, strict=True)]
    assert gone == [goes["analyses"], goes["decisions"], goes["feedback"]]
    assert Resume.objects.count() == 2
