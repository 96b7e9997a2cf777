"""What asks for work done is met by a line of work, not by a name in a list; alternatives are told apart."""

import pytest

from analyses.engine.doing import asks_for_work
from analyses.engine.inputs import Requirement
from analyses.engine.matching import skills
from analyses.engine.matching.groups import skill_groups
from tests.analyses.builders import SmallTaxonomy, job, result_of, resume

HEAD = "Ada Example\n\nEXPERIENCE\nBackend Engineer, Example Ltd, 2019 - 2023\n"


def judged(asked, line, skills=""):
    text = f"{HEAD}{line}\n"
    start, end = text.index("Backend"), len(text)
    sections = []
    if skills:
        sections = [{"kind": "skills", "heading": "Skills", "start": len(text), "end": len(text) + len(skills) + 8}]
        text += f"Skills: {skills}"
    work = [{"name": "Example Ltd", "position": "Backend Engineer", "startDate": "2019", "endDate": "2023",
             "start": start, "end": end}]  # fmt: skip
    return result_of(job(asked), resume(text, {"work": work, "sections": sections}))["requirements"][0]


DESIGNING = {"text": "Experience designing PostgreSQL schemas", "kind": "skill", "skills": ("postgresql",)}


def test_a_name_in_a_list_is_half_of_what_is_to_have_been_done():
    row = judged(DESIGNING, "Answered tickets of shop owners by phone.", "Python, PostgreSQL, Django")
    assert (row["status"], row["score"]) == ("partial", 0.5)
    assert "only named; no line tells of work done with it" in row["reason"]
    assert row["evidence"][0]["shows"] == "names PostgreSQL, and no work done with it"


def test_a_line_of_such_work_meets_it_and_other_work_does_not():
    assert judged(DESIGNING, "Designed the PostgreSQL store of all orders.")["status"] == "met"
    other = judged(DESIGNING, "Read numbers out of PostgreSQL for weekly mails.")
    assert other["status"] == "partial"
    assert "in work done, but nothing there says “designing”" in other["reason"]


def test_a_summary_shows_work_where_it_says_so_with_the_verb():
    done = judged(DESIGNING, "Sold shoes.\n\nProfile\nDesigns PostgreSQL schemas that last for many years")
    named = judged(DESIGNING, "Sold shoes.\n\nProfile\nFond of PostgreSQL and of long walks")
    assert (done["status"], named["status"]) == ("met", "partial")


def test_knowing_a_thing_is_shown_by_its_name():
    row = judged(
        {"text": "Knowledge of PostgreSQL", "kind": "skill", "skills": ("postgresql",)}, "Sold shoes.", "PostgreSQL"
    )
    assert row["status"] == "met"


@pytest.mark.parametrize(
    ("text", "kind", "asks"),
    [
        ("Experience designing REST APIs", "skill", True),
        ("Proven ability to lead code reviews", "skill", True),
        ("Docker in production", "skill", True),
        ("Maintain the shop", "responsibility", True),
        ("Experience with Docker", "skill", False),
        ("Strong knowledge of SQL", "skill", False),
        ("Management experience", "experience", False),
    ],
)
def test_which_requirements_ask_for_work(text, kind, asks):
    assert asks_for_work(text, kind) is asks


@pytest.mark.parametrize(
    ("text", "skills", "groups"),
    [
        ("Python with Django or Flask", ("python", "django", "flask"), {("python",), ("django", "flask")}),
        ("Python, Julia or SQL", ("python", "julia", "sql"), {("python", "julia", "sql")}),
        ("Python and tools such as Django, Flask", ("python", "django", "flask"), {("python",), ("django", "flask")}),
        ("Django or Flask", ("django", "flask"), {("django", "flask")}),
    ],
)
def test_alternatives_stand_apart_from_what_is_asked_beside_them(text, skills, groups):
    asked = Requirement("r1", text=text, kind="skill", skills=skills, skills_mode="any")
    assert set(skill_groups(asked, SmallTaxonomy())) == groups


def test_one_alternative_does_not_make_up_for_what_stands_beside_it():
    asked = {"text": "Python with Django or Flask", "kind": "skill", "skills": ("python", "django", "flask"),
             "skills_mode": "any"}  # fmt: skip
    row = judged(asked, "Built the shop in Flask for two years.")
    assert (row["status"], row["matched"], row["missing"]) == ("partial", ["Flask"], ["Python"])


def test_what_stands_behind_a_heading_on_its_line_is_read():
    row = judged({"text": "Julia", "kind": "skill", "skills": ("julia",)}, "Sold shoes.", "Julia, Python")
    assert (row["status"], row["evidence"][0]["quote"]) == ("met", "Julia, Python")


def test_a_line_that_ends_in_a_year_is_work_done():
    asked = {"text": "Coach new shop assistants", "kind": "responsibility"}
    assert judged(asked, "Coach of six new shop assistants since 2022")["status"] == "met"


def test_what_was_preferred_to_a_thing_is_no_sign_of_it():
    row = judged({"text": "Kubernetes", "kind": "skill", "skills": ("kubernetes",)},
                 "Prefer working on the look of pages rather than Kubernetes clusters.")  # fmt: skip
    assert row["status"] != "met"


def test_a_line_that_only_shares_some_words_is_nothing_where_a_skill_is_all_that_is_asked(monkeypatch):
    asked = {"text": "Julia for young developers", "kind": "skill", "skills": ("julia",)}
    line = "Apps sold for money to many developers."
    for least, status in ((0.25, "not_met"), (0.1, "partial")):
        monkeypatch.setattr(skills, "LEAST_WITHOUT_SKILL", least)
        row = judged(asked, line)
        assert row["status"] == status, row
