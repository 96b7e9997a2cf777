"""A job's kind is the field of work that its skills belong to."""

import pytest

from analyses.engine.inputs import JobInput, Requirement
from feedback.training.kinds import OTHER, kind_of


def job(*skills: tuple[str, ...], description: str = "", weight: float = 1.0) -> JobInput:
    asked = [Requirement(f"r{n}", "text", "skill", skills=names, weight=weight) for n, names in enumerate(skills)]
    return JobInput("0a1b2c3d", 1, description, tuple(asked), role_name="Senior lead")


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ([("python", "java"), ("postgresql",)], "Programming languages"),
        ([("postgresql", "mysql"), ("python",)], "Databases"),
        # A tie goes to the first in the alphabet.
        ([("python",), ("postgresql",)], "Databases"),
    ],
)
def test_most_of_the_asked_skills_decide(asked, kind):
    assert kind_of(job(*asked)) == kind


def test_what_every_job_asks_for_does_not_tell_jobs_apart():
    import skills

    common = [skill.id for skill in skills.taxonomy() if skill.category == "Personal skills" and not skill.is_group]
    assert kind_of(job(tuple(common[:5]), ("postgresql",))) == "Databases"
    assert kind_of(job(tuple(common[:5]))) == "Personal skills"


def test_a_posting_without_asked_skills_is_told_by_its_words():
    assert kind_of(job(description="You will look after PostgreSQL and MySQL.")) == "Databases"
    assert kind_of(job(("no longer a skill",), description="Somebody nice.")) == OTHER
