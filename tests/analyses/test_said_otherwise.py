"""What resumes say in their own way: licences, studies that are enough, titles under other names, and wishes."""

import pytest

import skills
from analyses.engine.hollow import is_hollow
from analyses.pairs import job_from_text, resume_from_text, unstored_judge
from analyses.pipeline import score

pytestmark = pytest.mark.django_db
PURCHASE = (
    "Ada Example\nEXPERIENCE\nPurchase Ledger Assistant, Brick Ltd, 03/2020 - 06/2024\nMatched bills and ran payments\n"
)


def found(asked, text):
    posting = f"Clerk\nRequirements:\n- {asked}\n- Friendly manner on the telephone\n"
    rows = score(job_from_text(posting), resume_from_text(text), unstored_judge())["requirements"]
    return next(row for row in rows if row["text"] == asked)


@pytest.mark.parametrize("line", ["Own car and clean licence.", "Full UK licence", "I drive my own van every day."])
def test_a_driving_licence_is_read_however_it_is_named(line):
    assert found("Full UK driving licence", f"{PURCHASE}{line}\n")["status"] == "met"
    assert found("Full UK driving licence", PURCHASE)["status"] == "no_data"


def test_who_studies_is_enough_where_the_posting_says_so():
    text = f"{PURCHASE}CERTIFICATIONS\nStudying AAT Level 3\n"
    assert found("AAT qualified or studying", text)["status"] == "met"
    assert found("AAT qualified", text)["status"] != "met"


def test_years_count_by_a_title_that_says_the_work_in_other_words():
    row = found("2+ years in accounts payable", PURCHASE)
    assert row["status"] == "met"
    assert "Purchase Ledger Assistant" in row["reason"]


def test_a_wish_is_no_title_held():
    posting = "Business Analyst\nRequirements:\n- Gathering requirements\n- Process maps\n"
    text = "Ada Example\nI write about shares. I would welcome a position as a business analyst one day.\n"
    result = score(job_from_text(posting), resume_from_text(text), unstored_judge())
    held = [part for part in result["components"] if part["key"] == "occupation"]
    assert all(part["score"] == 0 for part in held)


def test_letters_in_brackets_of_a_longer_name_are_no_skill_of_one_letter():
    assert [m.skill_id for m in skills.find_skills("knows IR(ME)R well")] == []
    assert "r" in [m.skill_id for m in skills.find_skills("Statistics (R) and Python")]


def test_who_lives_in_a_tool_uses_it():
    assert not is_hollow("I live in Search Console and Ahrefs.")
    assert is_hollow("I live and breathe Python.")


def test_a_registration_under_the_name_is_read():
    head = "Mia Example\nQualified social worker, Social Work England registered (2021)\n"
    text = f"{head}EXPERIENCE\nSocial Worker, Leeds Council, 2021 - 2024\nHeld 22 children on plans\n"
    assert found("Social Work England registration", text)["status"] == "met"


def test_years_stated_in_prose_count_in_part_where_the_rest_tells_of_what():
    text = (
        "Ada Example\nFor the last five years I have been paying people correctly and on time. I run the monthly "
        "payroll of three sites in Sage. Payroll questions of staff come to me, and I file the payroll returns.\n"
    )
    row = found("3 years of payroll experience", text)
    assert row["status"] == "partial"
    assert "leaves open of what" in row["reason"]


def test_a_word_of_a_products_name_is_not_the_product():
    text = "Ada Example\nEXPERIENCE\nDeveloper, Fjord Ltd, 2019 - 2024\n{line}\n"
    assert found("SQL Server", text.format(line="Wrote SQL queries on PostgreSQL"))["status"] == "partial"
    assert found("SQL Server", text.format(line="Tuned T-SQL procedures"))["status"] == "met"
