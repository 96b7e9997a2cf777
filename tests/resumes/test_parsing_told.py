"""Work and studies that are told in sentences, with no heading over them."""

import pytest

from resumes.document import Document
from resumes.parsing import parse_profile

TOP = """Harold Example
42 Selhurst Road, Croydon CR0 1AB
020 7946 0311
harold@mail.example
"""
PROSE = """
I have worked in warehousing for twenty years. Since 2015 I have been Warehouse Manager at Wincanton in Croydon, where
I look after forty people and a fleet of
trucks.
Before that, from 2008 to 2015, I was Shift Supervisor at DHL Supply Chain in Crawley. I ran the night shift.
I hold an HND in Business from Croydon College, which I finished in 2007, and I have a forklift licence.
"""
LETTER = """
Dear Hiring Manager,
I am applying for the post of head baker. I am currently a Pastry Chef at Hotel Savoy (2019 to present), making cakes.
From 2015 to 2019 I worked as a Baker at Hill & Daughters, where I was responsible for the bread.
I graduated from Northern Baking School with a Diploma in Pastry in 2015.
With kind regards,
Harold Example
"""


def read(text):
    return parse_profile(Document(TOP + text, (), 1, "text"))


def work_of(profile):
    return [(w["position"], w["name"], w["startDate"], w["endDate"], w["current"]) for w in profile["work"]]


def test_positions_are_read_from_sentences():
    found = read(PROSE)
    assert found["is_resume"]
    assert work_of(found) == [
        ("Warehouse Manager", "Wincanton", "2015", None, True),
        ("Shift Supervisor", "DHL Supply Chain", "2008", "2015", False),
    ]
    assert [w["location"] for w in found["work"]] == ["Croydon", "Crawley"]
    assert found["work"][1]["highlights"][1:] == ["I ran the night shift."]


def test_studies_are_read_from_sentences():
    (school,) = read(PROSE)["education"]
    assert (school["studyType"], school["area"], school["institution"], school["endDate"]) == (
        *("HND", "Business", "Croydon College", "2007"),
    )


def test_what_the_candidate_applies_for_is_no_position_held():
    found = read(LETTER)
    assert work_of(found) == [
        ("Pastry Chef", "Hotel Savoy", "2019", None, True),
        ("Baker", "Hill & Daughters", "2015", "2019", False),
    ]
    assert [school["institution"] for school in found["education"]] == ["Northern Baking School"]


def test_entries_stand_where_the_text_tells_of_them():
    found = read(PROSE)
    text = TOP + PROSE
    for entry in found["work"]:
        told = text[entry["start"] : entry["end"]]
        assert entry["name"] in told
        assert all(highlight.split()[0] in told for highlight in entry["highlights"])
    kinds = {section["kind"] for section in found["sections"]}
    assert {"header", "experience", "education"} <= kinds


@pytest.mark.parametrize(
    "sentence",
    [
        "I would like to work as a nurse at Lakeside Hospital from 2025.",
        "We are looking for a nurse who has worked at a hospital since 2019.",
        "Our company was founded in 2011 and has three offices.",
    ],
)
def test_wishes_and_offers_tell_of_no_position(sentence):
    assert read(f"\n{sentence}\n")["work"] == []


def test_a_summary_in_sentences_takes_nothing_from_headed_work():
    found = read(
        "\nSummary\nI have been a nurse since 2010 and worked as a tutor at Hill College.\n"
        "Experience\nStaff Nurse, Lakeside Hospital, 2012 - 2020\n"
    )
    assert [w["position"] for w in found["work"]] == ["Staff Nurse"]
