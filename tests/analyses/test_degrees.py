"""A degree counts by its level and its field, and what falls short is said."""

import pytest

from analyses.engine.fields import Kinship, field_held, kinship
from tests.analyses.builders import job, result_of, resume

ASKED = "Bachelor's degree in computer science or a related field"


def finding(studies, area, text=ASKED):
    line = f"{studies} in {area}" if area else studies
    page = f"Ada Example\n\nEDUCATION\n{line}\nExample University, 2018\n"
    start = page.index(line)
    profile = {"education": [{"studyType": studies, "area": area, "level": "bachelor", "endDate": "2018",
                              "institution": "Example University", "start": start, "end": len(page)}]}  # fmt: skip
    wanted = job({"text": text, "kind": "education", "level": "bachelor"})
    return result_of(wanted, resume(page, profile))["requirements"][0]


@pytest.mark.parametrize(
    ("studies", "area", "status", "said"),
    [
        ("Bachelor of Science", "Computer Science", "met", "asked."),
        ("Bachelor of Science", "Software Engineering", "met", "asked."),
        ("Bachelor of Science", "Statistics", "met", "a neighbouring field of computer science, which the posting"),
        ("Bachelor of Business", "Administration", "partial", "Business Administration is another field than computer"),
        ("Bachelor of Science", "Nursing", "partial", "Nursing is another field than computer science"),
        ("Bachelor of Science", "", "partial", "its field is not named, computer science is asked"),
    ],
)
def test_its_field(studies, area, status, said):
    row = finding(studies, area)
    assert row["status"] == status
    assert said in row["reason"]
    assert row["evidence"][0]["quote"].startswith(studies)


def test_a_neighbouring_field_is_a_part_where_the_posting_does_not_allow_it():
    row = finding("Bachelor of Science", "Statistics", "Bachelor's degree in computer science")
    assert (row["status"], row["score"]) == ("partial", 0.7)


def test_any_field_will_do_where_none_is_asked():
    assert finding("Bachelor of Arts", "History", "Bachelor's degree")["status"] == "met"


@pytest.mark.parametrize(
    ("asked", "held", "how"),
    [
        ("nursing", "Nursing", Kinship.SAME),
        ("construction management or civil engineering", "Management Information Systems", Kinship.OTHER),
        ("Human Resources, Business or Psychology", "Psychology", Kinship.SAME),
        ("Accounting or Finance", "Economics", Kinship.NEAR),
        ("interior design", "Graphic Design", Kinship.NEAR),
        ("law", "Underwater basket weaving", Kinship.UNKNOWN),
    ],
)
def test_how_fields_stand_to_each_other(asked, held, how):
    assert kinship(asked, held) is how


def test_a_field_that_a_line_break_tore_apart_is_whole():
    assert field_held({"studyType": "Bachelor of Business", "area": "Administration"}) == "Business Administration"
    assert field_held({"studyType": "Bachelor of Science in Nursing", "area": "Nursing"}) == "Nursing"


def test_a_diploma_is_found_where_no_list_of_studies_was_read():
    asked = {"text": "High school diploma or GED", "kind": "education", "level": "secondary"}
    text = "Ada Example\n\nEXPERIENCE\nPicker, Example Ltd, 2019 - 2023\nEducation: High School Diploma, 2016\n"
    row = result_of(job(asked), resume(text, {"sections": []}))["requirements"][0]
    assert (row["status"], row["evidence"][0]["shows"]) == ("met", "names secondary school")
