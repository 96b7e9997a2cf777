"""Postings whose things asked for stand in one line, in a table, or in prose without capitals."""

import pytest

from jobs.reading import read_description


def rows(description):
    return {row.text: row for row in read_description(description).requirements}


@pytest.mark.parametrize("mark", ["•", "|", "-", ";"])
def test_a_list_in_one_line_is_as_many_requirements(mark):
    asked = f" {mark} ".join(["7 years in logistics", "customs clearance", "fluent Polish", "full driving licence"])
    found = rows(f"Logistics Coordinator. Requirements: {asked}. Desirable: degree in supply chain {mark} SAP TM.")
    assert found["7 years in logistics"].years == 7.0
    kinds = {"Customs clearance": "skill", "Fluent Polish": "language", "Full driving licence": "certification"}
    assert {text: found[text].kind for text in kinds} == kinds
    assert not any(row.must_have for text, row in found.items() if "degree" in text.casefold() or "SAP" in text)


def test_the_column_of_a_pasted_table_says_what_is_a_must():
    found = rows(
        "Planning Officer\n\nAttributes | Essential | Desirable\n"
        "Qualifications | Degree in town planning | Membership of a professional institute\n"
        "Skills | Report writing; negotiation | GIS software\n"
    )
    musts = {text for text, row in found.items() if row.must_have}
    assert musts == {"Degree in town planning", "Report writing", "Negotiation"}
    assert set(found) - musts == {"Membership of a professional institute", "GIS software"}


def test_a_column_of_letters_or_ticks_marks_the_criterion_of_its_row():
    letters = rows("Officer\n\nExperience of case work\tE\tInterview\nKnowledge of SQL\tD\tTest\n")
    assert {text: row.must_have for text, row in letters.items()} == {
        "Experience of case work": True,
        "Knowledge of SQL": False,
    }
    ticks = rows(
        "<table><tr><th>Criterion</th><th>Essential</th><th>Desirable</th></tr><tr><td>Knowledge of SQL</td><td></td>"
        "<td>✓</td></tr><tr><td>Experience of case work</td><td>✓</td><td></td></tr></table>"
    )
    assert {text: row.must_have for text, row in ticks.items()} == {
        "Experience of case work": True,
        "Knowledge of SQL": False,
    }


def test_prose_without_capitals_ends_its_sentences_at_full_stops():
    found = rows(
        "busy brunch spot looking for line cook. must have 2 yrs on the line. servsafe a plus. must be able to lift"
        " 50 lbs. text Ray with your experience 503-555-0188"
    )
    assert any(row.years == 2.0 and row.must_have for row in found.values())
    assert any("ervsafe" in text and not row.must_have for text, row in found.items())
    assert not any("503" in text for text in found)


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("Expert SQL and good Python", ["Expert SQL", "Good Python"]),
        (
            "3+ years in warehousing, at least 1 year of it leading people",
            ["3+ years in warehousing", "At least 1 years leading people"],
        ),
        ("7 years in logistics and a forklift licence", ["7 years in logistics", "A forklift licence"]),
        ("Good command of English, Dutch is not required", ["Good command of English"]),
        ("Full UK licence, clean, 2 years driving a van", ["Full UK licence, clean", "2 years driving a van"]),
    ],
)
def test_what_a_recruiter_would_ask_apart_stands_apart(line, pieces):
    assert list(rows(f"Clerk\n\nRequirements\n- {line}\n")) == pieces


def test_who_is_looked_for_may_stand_for_something_protected():
    found = rows(
        "We're Ostrava Robotics and we build robots. We're looking for a native English speaker to write our tenders."
        " Prefer someone under 40. We can't sponsor visas."
    )
    protected = [text for text, row in found.items() if row.note.startswith("Stands for a protected")]
    assert len(protected) == 2
    assert any(row.kind == "authorisation" for row in found.values())


def test_prose_names_its_company():
    assert read_description("We're Ostrava Robotics and we build robots.").company_name == "Ostrava Robotics"
    found = read_description("Veterinary receptionist wanted for Thornbury Veterinary Practice, 2 years experience.")
    assert found.company_name == "Thornbury Veterinary Practice"


def test_a_short_line_with_a_number_is_a_heading_when_it_names_a_part():
    found = rows(
        "Vacancy notice: Project Officer\n\n3. Selection criteria\n- experience in managing projects\n"
        "5. Conditions of employment\nThe work is done in Lisbon with colleagues of nine countries.\n"
    )
    assert list(found) == ["Experience in managing projects"]


def test_questions_of_a_board_and_a_wish_in_brackets():
    found = rows(
        "Dental Assistant\nMaple Grove Dentistry\n\nDo you have experience in dental radiography?\nYes\nNo\n"
        "Qualifications:\nMinnesota dental assistant license (required)\nDental assisting: 2 years (preferred)\n"
    )
    assert {text: row.must_have for text, row in found.items()} == {
        "Minnesota dental assistant license (required)": True,
        "Dental assisting: 2 years (preferred)": False,
    }


def test_a_company_is_not_where_papers_are_published():
    posting = (
        "Engineer, Search\n\nQuillon is the search engine for museums.\n\nExtra credit\n- published work at SIGIR\n"
    )
    assert read_description(posting).company_name == "Quillon"
