"""One person with several files in a job's list: told apart, and the newest alone where that is asked for."""

from datetime import timedelta

import pytest
from django.utils import timezone

from analyses.models import Analysis
from analyses.persons import Files, files_of
from analyses.ranking import RankingFilter, ranking
from jobs.models import Job
from resumes.models import Person, Resume

pytestmark = pytest.mark.django_db


def judged(job: Job, name: str, person: Person | None, *, days_ago: int, score: float) -> Analysis:
    then = timezone.now() - timedelta(days=days_ago)
    resume = Resume.objects.create(resume_id=f"resume_{name}", person=person, uploaded_at=then)
    done = {"status": "done", "finished_at": timezone.now(), "result": {}}
    return Analysis.objects.create(
        analysis_id=name, job=job, resume=resume, overall_score=score, engine_key=name, **done
    )


@pytest.fixture
def job():
    made = Job.objects.create(job_description="Baker")
    ada, bea = Person.objects.create(), Person.objects.create()
    judged(made, "ada-old", ada, days_ago=9, score=90)
    judged(made, "ada-new", ada, days_ago=1, score=60)
    judged(made, "bea", bea, days_ago=5, score=70)
    judged(made, "nobody", None, days_ago=5, score=50)
    judged(made, "no-other", None, days_ago=2, score=40)
    other = Job.objects.create(job_description="Miller")
    judged(other, "bea-for-another-job", bea, days_ago=0, score=80)
    return made


def test_the_files_of_one_person_are_told(job, django_assert_num_queries):
    keys = ["ada-old", "ada-new", "bea", "nobody"]
    with django_assert_num_queries(1):
        found = files_of(job=job, analysis_ids=keys)
    assert found == {"ada-old": Files("ada-new", 2), "ada-new": Files("ada-new", 2)}
    assert files_of(job=job, analysis_ids=["ada-old"])["ada-old"] == Files("ada-new", 2)
    assert files_of(job=job, analysis_ids=[]) == {}


def test_the_newest_alone_where_that_is_asked_for(job):
    everybody = list(ranking(job=job).values_list("pk", flat=True))
    assert everybody == ["ada-old", "bea", "ada-new", "nobody", "no-other"]
    newest = ranking(job=job, chosen=RankingFilter(newest_files=True))
    assert list(newest.values_list("pk", flat=True)) == ["bea", "ada-new", "nobody", "no-other"]


def test_the_api_says_so(job, api_as, auditor):
    address = f"/api/jobs/{job.pk}/ranking"
    rows = {row["analysis_id"]: row for row in api_as(auditor).get(address).json()["results"]}
    assert (rows["ada-old"]["newest_analysis_id"], rows["ada-old"]["file_count"]) == ("ada-new", 2)
    assert (rows["bea"]["newest_analysis_id"], rows["bea"]["file_count"]) == ("bea", 1)
    assert api_as(auditor).get(f"{address}?newest_files=true").json()["count"] == 4
    assert api_as(auditor).get(f"{address}?newest_files=perhaps").status_code == 400


def test_the_page_leads_to_the_newest(job, client, auditor):
    client.force_login(auditor)
    page = client.get(f"/jobs/{job.pk}/").content.decode()
    assert page.count("Earlier file</a>") == 1
    assert 'href="/analyses/ada-new/" title="The same person' in page
    assert "Newest of 2 files" in page
    narrowed = client.get(f"/jobs/{job.pk}/?files=newest").content.decode()
    assert "Earlier file" not in narrowed
    assert "4 candidates match" in narrowed
