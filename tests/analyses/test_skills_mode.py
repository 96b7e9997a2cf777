"""One of several skills is enough only where the requirement says so."""

import pytest

from analyses.inputs import requirement_of
from tests.analyses.builders import job, result_of, resume

TEXT = "Wrote reporting services in Python for two web shops.\n"


def finding(mode, kind="skill", text="Python or Kubernetes"):
    wanted = job({"text": text, "kind": kind, "skills": ("python", "kubernetes"), "skills_mode": mode})
    return result_of(wanted, resume(TEXT))["requirements"][0]


def test_one_is_enough_where_any_is_asked():
    row = finding("any")
    assert (row["status"], row["score"]) == ("met", 1.0)
    assert row["missing"] == []
    assert row["reason"] == "Names Python, and one is enough."


def test_each_counts_where_all_are_asked():
    row = finding("all")
    assert (row["status"], row["score"]) == ("partial", 0.5)
    assert row["missing"] == ["Kubernetes"]


@pytest.mark.parametrize(("mode", "score"), [("any", 1.0), ("all", 0.5)])
def test_certificates_follow_it_too(mode, score):
    wanted = job({"text": "Python and Django", "kind": "certification", "skills": ("python", "django"),
                  "skills_mode": mode})  # fmt: skip
    row = result_of(wanted, resume("Passed the Python exam in the spring of last year.\n"))["requirements"][0]
    assert row["score"] == score


def test_the_mode_comes_from_the_stored_row_and_is_all_by_default():
    assert (
        requirement_of({"text": "Go or Rust", "skills": ["go", "rust"], "skills_mode": "any"}, 1).skills_mode == "any"
    )
    assert requirement_of({"text": "Go and Rust", "skills": ["go", "rust"]}, 1).skills_mode == "all"


def test_a_skill_that_is_asked_for_too_shows_no_second_one():
    wanted = job({"text": "SQL and PostgreSQL", "kind": "skill", "skills": ("flask", "django")})
    row = result_of(wanted, resume("Wrote booking services in Flask for clinics.\n"))["requirements"][0]
    assert row["score"] == 0.5
    assert "Django not found" in row["reason"]
