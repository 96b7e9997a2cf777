"""What is quoted says why: no line twice, no title as work done, no credit that nobody could defend."""

from analyses.engine.judge import judge, prepare
from analyses.engine.reading import texts_to_embed
from analyses.taxonomy import SiteTaxonomy
from tests.analyses.builders import CONTEXT, embed, job, result_of, resume
from tests.analyses.test_judge_invariants import PROFILE, TEXT


def finding(text, kind="responsibility", **fields):
    return result_of(job({"text": text, "kind": kind, **fields}), resume(TEXT, PROFILE))["requirements"][0]


def test_a_line_is_quoted_once_and_says_all_that_it_shows():
    row = finding("Python and Flask", "skill", skills=("python", "flask"))
    assert [item["shows"] for item in row["evidence"]] == ["names Python; names Flask"]


def test_every_quote_says_what_it_shows():
    row = finding("Tune PostgreSQL queries for reporting teams", skills=("postgresql",))
    assert row["evidence"]
    assert all(item["shows"] for item in row["evidence"])


def test_the_line_that_heads_a_position_is_no_work_done():
    quotes = [item["quote"] for item in finding("Act as backend engineer at Example Ltd")["evidence"]]
    assert not any("2019 - 2023" in quote for quote in quotes)


def test_studies_are_no_work_done():
    quotes = [item["quote"] for item in finding("Lecture on computer science at a university")["evidence"]]
    assert not any("Bachelor" in quote for quote in quotes)


def test_the_same_words_are_found_in_another_form():
    row = finding("Ability to tune queries", "skill")
    assert (row["status"], row["reason"]) == ("met", "A line of the resume says it in the same words.")


def test_a_skill_that_is_hardly_used_is_no_skill_shown():
    wanted = job({"text": "Django", "kind": "skill", "skills": ("django",)})
    row = result_of(wanted, resume("Reads contracts and mends small things in its Django code.\n"))["requirements"][0]
    assert (row["status"], row["score"]) == ("partial", 0.2)


def test_a_broader_skill_counts_only_where_work_done_names_it():
    wanted = job({"text": "Celery", "kind": "skill", "skills": ("celery-task-queue",)})
    page = "Happiest close to Python and to people.\n\nEXPERIENCE\nAnalyst, Example Ltd, 2019 - 2023\n{}\n"
    for line, status in (
        ("Counted parcels in the yard.", "not_met"),
        ("Wrote reports on parcels in Python.", "partial"),
    ):
        text = page.format(line)
        work = {"name": "Example Ltd", "position": "Analyst", "startDate": "2019", "endDate": "2023",
                "start": text.index("Analyst"), "end": len(text)}  # fmt: skip
        reading = prepare(wanted, resume(text, {"work": [work]}), SiteTaxonomy())
        result = judge(reading, {words: embed(words) for words in texts_to_embed(reading)}, CONTEXT)
        assert result["requirements"][0]["status"] == status
