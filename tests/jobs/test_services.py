from typing import Any

import pytest
from rest_framework.exceptions import ValidationError

from jobs.errors import HasAnalyses
from jobs.models import Job, JobVersion, Requirement
from jobs.services import create_job, current_job, delete_job, select_job, update_job, update_requirements

POSTING = """Backend Engineer at Example GmbH

Requirements
- 5+ years of experience with Python
- Django or Flask
- Fluent German

Nice to have
- Kubernetes
"""


@pytest.fixture
def job(recruiter) -> Job:
    return create_job(job_description=POSTING, by=recruiter)


def rows_of(job: Job) -> list[dict[str, Any]]:
    return [
        {**row, "id": str(row["id"])} for row in job.requirements.values("id", "text", "kind", "must_have", "weight")
    ]


class TestCreate:
    def test_it_works(self, job, recruiter):
        assert (job.role_name, job.company_name, job.version) == ("Backend Engineer", "Example GmbH", 1)
        kinds = list(job.requirements.values_list("kind", "must_have"))
        assert kinds == [("experience", True), ("skill", True), ("language", True), ("skill", False)]
        assert current_job(recruiter) == job
        assert job.created_by == recruiter

    def test_the_first_version_holds_what_is_scored(self, job):
        version = job.versions.get()
        assert version.number == 1
        assert version.role_name == job.role_name
        assert [row["id"] for row in version.requirements] == [
            str(pk) for pk in job.requirements.values_list("pk", flat=True)
        ]
        assert version.requirements[1]["skills_mode"] == "any"

    def test_names_given_are_kept(self, recruiter):
        job = create_job(job_description=POSTING, company_name=" Other  Ltd ", role_name="Coder", by=recruiter)
        assert (job.company_name, job.role_name) == ("Other Ltd", "Coder")

    @pytest.mark.parametrize("text", ["", "   \n", "x" * 50_001, "a\x00b", None, 5])
    def test_a_description_that_cannot_be_kept_is_refused(self, recruiter, text):
        with pytest.raises(ValidationError):
            create_job(job_description=text, by=recruiter)
        assert not Job.objects.exists()

    def test_nobody_may_create_without_a_selection(self, db):
        job = create_job(job_description="Python developer, 3 years", by=None)
        assert job.created_by is None
        assert job.requirements.exists()


class TestCurrentJob:
    def test_belongs_to_the_user(self, job, recruiter, other_recruiter):
        assert current_job(other_recruiter) is None
        second = create_job(job_description=POSTING, by=other_recruiter)
        assert current_job(recruiter) == job
        assert current_job(other_recruiter) == second

    def test_select_changes_it(self, job, recruiter):
        create_job(job_description=POSTING, by=recruiter)
        select_job(job=job, by=recruiter)
        assert current_job(recruiter) == job


class TestVersions:
    def test_company_and_metadata_make_none(self, job, recruiter):
        changed = update_job(job=job, by=recruiter, company_name="New GmbH", metadata={"a": 1}, blind_mode=True)
        assert changed.version == 1
        assert JobVersion.objects.count() == 1

    @pytest.mark.parametrize(
        "change", [{"role_name": "Cook"}, {"weights": {"skills": 2}}, {"job_description": "Cook, 3 years"}]
    )
    def test_what_is_scored_makes_one(self, job, recruiter, change):
        changed = update_job(job=job, by=recruiter, **change)
        assert changed.version == 2
        assert list(JobVersion.objects.values_list("number", flat=True)) == [2, 1]

    def test_requirements_make_one_only_when_changed(self, job, recruiter):
        rows = rows_of(job)
        assert (
            update_requirements(job=job, rows=[{**row, "skills_mode": "all"} for row in rows], by=recruiter).version
            == 2
        )
        again = [
            {name: value for name, value in row.items() if name != "id"} | {"id": str(row["id"])}
            for row in job.requirements.values(
                "id",
                "text",
                "kind",
                "must_have",
                "weight",
                "years",
                "level",
                "skills",
                "skills_mode",
                "scorable",
                "note",
            )
        ]
        assert update_requirements(job=job, rows=again, by=recruiter).version == 2

    def test_edited_requirements_survive_a_new_description(self, job, recruiter):
        rows = rows_of(job)
        rows[1]["text"] = "Django, really"
        update_requirements(job=job, rows=rows, by=recruiter)
        update_job(job=job, by=recruiter, job_description="Requirements:\n- Java\n- Django, really!")
        assert list(job.requirements.values_list("text", flat=True)) == [
            *(row["text"] for row in rows if Requirement.objects.filter(pk=row["id"], is_edited=True).exists()),
            "Java",
        ]


class TestRequirements:
    def test_rows_are_added_changed_removed_in_order(self, job, recruiter):
        rows = rows_of(job)
        update_requirements(job=job, rows=[{"text": "SQL", "kind": "skill"}, rows[3]], by=recruiter)
        found = list(job.requirements.values("text", "skills", "position"))
        assert [row["text"] for row in found] == ["SQL", "Kubernetes"]
        assert found[0]["skills"] == ["sql"]

    def test_a_protected_attribute_is_never_scored_whoever_writes_it(self, job, recruiter):
        update_requirements(job=job, rows=[{"text": "Native English speaker", "must_have": True}], by=recruiter)
        row = job.requirements.get()
        assert not row.scorable
        assert "native language" in row.note

    @pytest.mark.parametrize(
        "row",
        [
            {"text": ""},
            {"text": "a", "weight": -1},
            {"text": "a", "kind": "x"},
            "text",
            {"text": "a", "id": "999"},
            {"text": "a", "skills": ["no such skill"]},
        ],
    )
    def test_a_bad_row_is_named_and_changes_nothing(self, job, recruiter, row):
        with pytest.raises(ValidationError) as caught:
            update_requirements(job=job, rows=[row], by=recruiter)
        assert "requirements" in caught.value.detail
        assert job.requirements.count() == 4


class TestDelete:
    def test_with_analyses_it_asks_first(self, job, recruiter):
        from analyses.models import Analysis

        Analysis.objects.create(job=job)
        with pytest.raises(HasAnalyses) as caught:
            delete_job(job=job, by=recruiter)
        assert caught.value.extra == {"analysis_count": 1}
        delete_job(job=job, cascade=True, by=recruiter)
        assert not Job.objects.exists()
        assert not Analysis.objects.exists()
