"""Postings of many trades as they are pasted from job boards: what each line asks for, and what asks for nothing."""

import pytest

from jobs.reading import read_description
from jobs.reading.boilerplate import reason_to_ignore
from jobs.reading.kinds import kind_of, modality
from jobs.reading.pieces import pieces_of


def rows(text: str) -> dict[str, tuple[str, bool, float | None, bool]]:
    """Kind, must, years and whether it is scored, by the requirement's words."""
    return {d.text: (d.kind, d.must_have, d.years, d.scorable) for d in read_description(text).requirements}


def posting(*bullets: str, heading: str = "Requirements") -> str:
    return "\n".join(["Shift Planner", "Harbour Foods Ltd", "", f"{heading}:", *(f"- {b}" for b in bullets)])


def test_a_deadline_is_no_length_of_experience() -> None:
    found = rows(posting("First aid certificate within 6 months of hire", "2 years of planning experience"))
    assert found["First aid certificate within 6 months of hire"][2] is None
    assert found["2 years of planning experience"][2] == 2.0


def test_an_alternative_behind_a_semicolon_stays_with_what_it_replaces() -> None:
    found = rows(posting("Bachelor's degree in Logistics required; or enrolled with completion within 2 years"))
    assert list(found) == ["Bachelor's degree in Logistics required; or enrolled with completion within 2 years"]
    assert next(iter(found.values()))[0] == "education"


def test_two_spans_of_years_are_two_requirements() -> None:
    found = rows(
        posting(
            "6+ years of purchasing experience, including 2 years in a leadership role",
            "3 years of retail experience, at least 1 of which as a buyer",
            "7 years of experience in logistics, of which 3 as a supervisor",
        )
    )
    assert found["7 years of experience in logistics"][2] == 7.0
    assert found["3 years as a supervisor"][2] == 3.0
    assert found["6+ years of purchasing experience"][2] == 6.0
    assert found["2 years in a leadership role"][2] == 2.0
    assert found["At least 1 years as a buyer"][2] == 1.0


def test_a_wish_behind_years_or_in_brackets_does_not_make_them_a_wish() -> None:
    found = rows(
        posting(
            "At least 4 years of tax experience, big-four background strongly preferred",
            "Solid knowledge of SQL (PostgreSQL preferred)",
            "Experience with React, Vue or Angular preferred",
        )
    )
    assert [must for _, must, _, _ in found.values()] == [True, True, False]


def test_who_is_looked_for_is_a_paper_asked_for_with_the_years_behind_it() -> None:
    found = rows("We are looking for a qualified accountant (ACA or ACCA) with at least 4 years' audit experience.")
    assert found["A qualified accountant (ACA or ACCA)"][0] == "certification"
    assert found["At least 4 years' audit experience"][2] == 4.0


def test_a_noun_that_is_a_verb_elsewhere_begins_no_duty() -> None:
    text = (
        "You will prepare monthly reports, balance sheet reconciliations and tax returns, and manage the payroll run."
    )
    assert list(rows(text)) == [
        "Prepare monthly reports, balance sheet reconciliations and tax returns",
        "Manage the payroll run",
    ]


def test_leading_people_is_a_duty_of_its_own() -> None:
    found = rows("You will manage the yearly audit with our auditors and supervise one assistant accountant.")
    assert list(found) == ["Manage the yearly audit with our auditors", "Supervise one assistant accountant"]


@pytest.mark.parametrize(
    ("sentence", "duty"),
    [
        (
            "Reporting to the Head of Finance, you will be responsible for the month-end close of three companies.",
            "The month-end close of three companies",
        ),
        ("As a nurse on our 20-bed unit you will care for patients after surgery.", "Care for patients after surgery"),
        ("The paralegal will draft subpoenas and discovery requests.", "Draft subpoenas and discovery requests"),
        (
            "The Warehouse Team Lead directs the daily work of 20 associates.",
            "Directs the daily work of 20 associates",
        ),
    ],
)
def test_the_lead_in_of_a_duty_is_no_part_of_it(sentence: str, duty: str) -> None:
    assert rows(sentence)[duty][:2] == ("responsibility", False)


def test_shifts_tools_and_character_are_asked_not_scored() -> None:
    found = rows(
        posting(
            "Monday to Friday",
            "12 hour shift",
            "Own hand tools",
            "A confident communicator who can explain numbers to colleagues",
            "Teamfähigkeit und selbstständige Arbeitsweise",
            "Disponible le week-end",
        )
    )
    assert len(found) == 6
    assert not any(scorable for _, _, _, scorable in found.values())


def test_company_prose_and_ways_to_apply_ask_for_nothing() -> None:
    text = (
        "Account Manager\nBrightline GmbH\n\nAt Brightline we're on a mission to make parcel sorting simple. Backed by"
        " top-tier investors, our 120 colleagues ship sorters to 9 countries.\n\nWe are seeking to appoint an account"
        " manager from January. The successful candidate will:\n- win new customers in Austria\n\nNo phone calls"
        " please."
        " Visits are warmly welcomed. Please contact the office.\n\nWhy Brightline\n- Dog-friendly office\n"
    )
    assert list(rows(text)) == ["Win new customers in Austria"]


def test_a_wish_that_ends_like_a_heading_is_a_wish() -> None:
    found = rows(
        posting("Payroll knowledge") + "\nMulti-site retail experience preferred\nSpanish language skills a plus"
    )
    assert found["Multi-site retail experience preferred"][1] is False
    assert found["Spanish language skills a plus"][0] == "language"
    assert rows("Qualifications preferred\nForklift licence\nExperience with SAP")["Forklift licence"][1] is False


def test_one_wish_for_two_things_is_not_torn_apart() -> None:
    found = rows("Proficiency in Microsoft Office and Relativity is essential.")
    assert list(found) == ["Proficiency in Microsoft Office and Relativity is essential"]


def test_a_degree_and_a_certificate_are_two_papers() -> None:
    found = rows("A bachelor's degree and a paralegal certificate are required.")
    assert found["A bachelor's degree"][0] == "education"
    assert found["A paralegal certificate is required"][0] == "certification"


def test_a_permission_demanded_among_the_benefits_is_not_lost() -> None:
    text = "Payroll Clerk\n\nWhat we offer\n25 days holiday.\nApplicants must have the right to work in the UK.\n"
    assert [kind for kind, _, _, _ in rows(text).values()] == ["authorisation"]


def test_english_as_an_additional_language_is_about_pupils() -> None:
    found = rows(posting("Support children with English as an additional language", heading="Duties"))
    assert [kind for kind, _, _, _ in found.values()] == ["responsibility"]


def test_french_and_german_papers_and_languages() -> None:
    found = {
        d.text: d
        for d in read_description(
            "Profil recherché\n- CAP ou BEP cuisine\n- Anglais de base apprécié\n\nDein Profil\n"
            "- Abgeschlossenes Studium der Informatik oder vergleichbare Ausbildung\n"
        ).requirements
    }
    assert (found["CAP ou BEP cuisine"].kind, found["CAP ou BEP cuisine"].level) == ("education", "secondary")
    english = found["Anglais de base apprécié"]
    assert (english.kind, english.level, english.must_have) == ("language", "basic", False)
    assert found["Abgeschlossenes Studium der Informatik oder vergleichbare Ausbildung"].level == "bachelor"


@pytest.mark.parametrize(
    "sentence",
    [
        "Experience in healthcare, dental or pharmacy sales",
        "Experience of dental radiography and dental implants",
        "Call centre experience, handling 100+ calls a day",
        "Contact patients to arrange appointments",
        "Email clients for missing documents",
        "Managing budgets of £500k plus",
        "Premium customer service experience",
        "Deployed at least 3 applications to production",
        "See how users behave and improve the product",
        "Training provided to new starters on site",
    ],
)
def test_what_is_asked_is_not_taken_for_an_offer_or_for_the_menu(sentence: str) -> None:
    assert reason_to_ignore(sentence) == ""


def test_a_line_that_begins_with_its_heading_still_asks() -> None:
    text = "Warehouse operative\n\nEssential: forklift licence\nDesirable: first aid certificate\nYou will pick orders."
    found = {draft.text: draft.must_have for draft in read_description(text).requirements}
    assert found["Forklift licence"] is True
    assert found["First aid certificate"] is False


def test_a_choice_of_degrees_is_one_requirement() -> None:
    text = "Degree in business administration, hospitality management, tourism studies, or a related field of study"
    assert pieces_of(text) == [text]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Attention to detail must be perfect", "must"),
        ("Communication must be good", "must"),
        ("Spanish would be nice", "nice"),
        ("Python is good to have", "nice"),
    ],
)
def test_how_good_it_must_be_is_no_wish(text: str, wanted: str) -> None:
    assert modality(text) == wanted


def test_meat_is_no_licence() -> None:
    assert kind_of("Preparación de carne de cerdo", (), False, False) != "certification"
    assert kind_of("Carnet de conducir B", (), False, False) == "certification"


SUPERVISOR = """Site Supervisor (Construction)
Reliable Builders Ltd

Responsibilities:
- Comply with all applicable health and safety regulations
- Ensure subcontractors comply with local building codes
- Apply before and after photographs to the site diary
- Contract for materials with suppliers
"""


def test_duties_that_begin_like_what_a_posting_says_of_itself_are_kept():
    reading = read_description(SUPERVISOR)
    assert [requirement.text for requirement in reading.requirements] == [
        "Comply with all applicable health and safety regulations",
        "Ensure subcontractors comply with local building codes",
        "Apply before and after photographs to the site diary",
        "Contract for materials with suppliers",
    ]


def test_a_title_in_the_first_line_is_no_class_of_a_job_board():
    assert read_description(SUPERVISOR).role_name == "Site Supervisor (Construction)"
    behind = f"Foreman\nAcme\n{SUPERVISOR.partition(chr(10))[2]}".replace("Acme", "Projects (Construction)")
    assert read_description(behind).role_name == "Foreman"


def test_an_opportunity_that_has_arisen_for_somebody_asks_for_their_years():
    text = "An exciting opportunity has arisen for a Solicitor with 3 years' PQE in family law to join our office."
    (asked,) = read_description(text).requirements
    assert (asked.years, asked.must_have) == (3.0, True)
    said = "Apply before 1 June\nContract for 12 months"
    assert not read_description(said).requirements
