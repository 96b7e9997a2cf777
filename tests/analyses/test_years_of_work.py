"""Years count in positions that have to do with what is asked, and the dated lines that were counted are quoted."""

import pytest

from tests.analyses.builders import job, result_of, resume

ASKED = {"text": "4 years of backend development with Python", "kind": "experience", "years": 4, "skills": ("python",)}
HEAD = "Ada Example\n\nEXPERIENCE\n"


def career(*positions):
    """A resume of (title, employer, first, last, line)."""
    text, work = HEAD, []
    for title, employer, first, last, line in positions:
        start = len(text)
        text += f"{employer}\n{title}\n{first} - {last}\n{line}\n"
        work.append({"name": employer, "position": title, "startDate": first, "endDate": last,
                     "start": start, "end": len(text)})  # fmt: skip
    return resume(text, {"work": work, "sections": []})


def finding(given, asked=ASKED, role="Backend Developer"):
    return result_of(job(asked, {"text": "Django", "kind": "skill", "skills": ("django",)}, role_name=role), given)


BACKEND = ("Backend Developer", "Example Ltd", "2018-01", "2023-12", "Wrote payment services in Python and Django.")
FRONTEND = ("Frontend Developer", "Sample GmbH", "2015-01", "2017-12", "Built pages that call a Python service.")
SUPPORT = ("IT Support Specialist", "Help Inc", "2015-01", "2023-12", "Wrote a Python script that cleans accounts.")


def test_years_in_the_role_count_in_full_and_the_dated_lines_are_quoted():
    row = finding(career(BACKEND))["requirements"][0]
    assert row["status"] == "met"
    assert "6 years in relevant positions (Backend Developer)" in row["reason"]
    assert row["evidence"][0]["quote"] == "Backend Developer\n2018-01 - 2023-12"
    assert row["evidence"][0]["shows"].startswith("6 years, counted")


@pytest.mark.parametrize("other", [FRONTEND, SUPPORT])
def test_years_of_another_speciality_do_not_meet_it(other):
    result = finding(career(other))
    assert result["requirements"][0]["status"] in ("partial", "not_met")
    assert result["requirements"][0]["score"] <= 0.5
    assert other[0] not in result["experience"]["relevant_positions"]


def test_positions_that_only_come_near_count_half_and_are_said_to():
    near = ("Reporting Analyst", "Sample GmbH", "2015-01", "2017-12", "Wrote Python and Django reports for banks.")
    row = finding(career((*BACKEND[:3], "2019-12", BACKEND[4]), near))["requirements"][0]
    assert row["status"] == "partial"
    assert "3 years more in positions that only come near (Reporting Analyst), counted half" in row["reason"]
    assert {e["shows"].split(":")[0] for e in row["evidence"]} == {"2 years, counted", "3 years, counted half"}


def test_years_that_are_merely_stated_do_not_outweigh_the_dates():
    stated = ("Cook", "Café Example", "2015-01", "2023-12", "I have ten years of experience with Python.")
    row = finding(career(stated), {**ASKED, "text": "4 years of Kubernetes", "skills": ()})
    assert row["requirements"][0]["status"] == "not_met"


def test_the_name_of_an_employer_is_no_skill():
    row = finding(career(("Cook", "Django Catering", "2015-01", "2023-12", "Cooked for 200 guests a day.")))
    assert row["requirements"][1]["status"] == "not_met"


def test_a_general_title_counts_in_full_where_its_lines_name_what_is_asked():
    plain = ("Software Engineer", "Sample GmbH", "2015-01", "2019-12", "Wrote Python services for payments.")
    row = finding(career(plain))["requirements"][0]
    assert row["status"] == "met"
    assert row["evidence"][0]["shows"] == "5 years, counted: a general title, and names Python"


def test_years_of_a_neighbouring_field_are_a_part_and_said_to_be():
    data = ("Data Engineer", "Sample GmbH", "2014-01", "2023-12", "Loaded orders with Django scripts for banks.")
    result = finding(career(data))
    row = result["requirements"][0]
    assert (row["status"], row["score"]) == ("partial", 0.3)
    assert "10 years in a neighbouring field (Data Engineer), counted a quarter" in row["reason"]
    assert result["experience"]["relevant_months"] == 0


def test_years_of_leading_count_where_people_were_led():
    asked = {"text": "3 years in a leadership role", "kind": "experience", "years": 3}
    led = ("Shift Planner", "Sample GmbH", "2015-01", "2019-12", "Leads a team of six pickers.")
    alone = ("Key Account Manager", "Example Ltd", "2015-01", "2019-12", "Sold valves to builders.")
    row = finding(career(led), asked)["requirements"][0]
    assert (row["status"], row["evidence"][0]["shows"]) == ("met", "5 years, counted: leads people")
    assert finding(career(alone), asked)["requirements"][0]["status"] == "not_met"


def test_an_assistant_is_another_occupation_and_another_kind_counts_half():
    asked = {"text": "3 years of nursing experience", "kind": "experience", "years": 3}
    aide = ("Nursing Assistant", "Example Clinic", "2015-01", "2019-12", "Washed and fed residents.")
    assert finding(career(aide), asked, role="Nurse")["requirements"][0]["status"] != "met"
    asked = {"text": "3 years of litigation paralegal experience", "kind": "experience", "years": 3}
    other = ("Real Estate Paralegal", "Example LLP", "2015-01", "2019-12", "Prepared closing binders.")
    same = ("Paralegal", "Example LLP", "2015-01", "2019-12", "Prepared litigation binders.")
    assert finding(career(other), asked, role="Litigation Paralegal")["requirements"][0]["status"] != "met"
    assert finding(career(same), asked, role="Litigation Paralegal")["requirements"][0]["status"] == "met"


def test_what_a_role_says_in_brackets_is_a_part_of_it_and_an_abbreviation_is_none():
    asked = {"text": "3 years of experience as a backend developer", "kind": "experience", "years": 3}
    python = ("Python Developer", "Sample GmbH", "2015-01", "2019-12", "Wrote the stock service in Django.")
    assert finding(career(python), asked, role="Backend Developer (Python)")["requirements"][0]["score"] > 0
    asked = {"text": "3 years of nursing", "kind": "experience", "years": 3}
    nurse = ("Registered Nurse, Progressive Care", "Example Clinic", "2015-01", "2019-12", "Gave medication.")
    assert finding(career(nurse), asked, role="Registered Nurse (RN)")["requirements"][0]["status"] == "met"
