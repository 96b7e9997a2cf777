import csv
import io

import pytest

from jobs.csv_export import COLUMNS, export_jobs_csv
from jobs.models import Job
from jobs.services import create_job

pytestmark = pytest.mark.django_db
TEXT = "Python Developer\nRequirements\n- Must have: Python\nNice to have\n- Docker"


def read(jobs) -> list[dict[str, str]]:
    text = "".join(export_jobs_csv(jobs=jobs))
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_one_line_a_job_with_its_counts(recruiter):
    job = create_job(job_description=TEXT, company_name="Delmont", role_name="Développeur", by=recruiter)
    (row,) = read(Job.objects.all())
    assert tuple(row) == COLUMNS
    assert (row["job_id"], row["company_name"], row["role_name"]) == (job.pk, "Delmont", "Développeur")
    assert (row["requirements"], row["must_haves"], row["analyses"]) == ("2", "1", "0")
    assert row["job_description"] == TEXT


def test_a_role_that_looks_like_a_formula_stays_text(recruiter):
    create_job(job_description=TEXT, role_name="=1+1", by=recruiter)
    assert read(Job.objects.all())[0]["role_name"] == "'=1+1"


def test_only_the_jobs_asked_for_in_their_order(recruiter):
    for name in ("B", "A", "C"):
        create_job(job_description=TEXT, company_name=name, by=recruiter)
    rows = read(Job.objects.exclude(company_name="C").order_by("company_name"))
    assert [row["company_name"] for row in rows] == ["A", "B"]
