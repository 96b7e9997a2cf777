"""Months and last use of a skill: from the dated positions that name it, each month once, and from nothing else."""

from datetime import date

import pytest

from analyses.pairs import job_from_text, resume_from_text, unstored_judge
from analyses.pipeline import score

RESUME = """Ada Example
ada@example.org

Summary
Engineer who has used Kotlin and Java for a long time.

Experience
Software Engineer, Example Ltd, London    January 2018 - December 2020
- Wrote Java services with JPA mappings
Software Engineer, Sample Ltd, London    July 2019 - June 2022
- Kept Core Java batch jobs running
Engineer, Other Ltd, London    July 2022 - Present
- Runs services on K8s

Skills
Java, Redis
"""
JOB = "Engineer\n\nRequirements:\n- Java\n- Kotlin\n- Hibernate\n- Redis\n- Kubernetes\n- Python\n"


@pytest.mark.django_db
def test_months_and_last_use_of_each_skill_asked_for():
    result = score(job_from_text(JOB), resume_from_text(RESUME, date(2025, 10, 15)), unstored_judge())
    rows = {row["name"]: (row["months"], row["last_used"]) for row in result["experience"]["skills"]}
    assert rows == {
        "Java": (54, "2022-06"),  # two positions that overlap for eighteen months
        "Kotlin": (None, None),  # claimed in the summary alone
        "Hibernate": (36, "2020-12"),  # named by another name
        "Redis": (None, None),  # listed without a date
        "Kubernetes": (40, "2025-10"),
    }
    assert result["experience"]["total_months"] == 94
