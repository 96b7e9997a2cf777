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
        "I am a chartered accountant with eleven years of practice.",
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


def test_a_promotion_goes_on_at_the_same_employer_and_a_post_still_held_goes_on_until_now():
    found = read(
        "\nI joined Barchester Healthcare in 2009 as a Senior Carer and was promoted to Deputy Manager in 2012. "
        "In 2017 I moved to Willow Lodge in Bristol as Care Home Manager, a post I still hold.\n"
    )
    assert work_of(found) == [
        ("Senior Carer", "Barchester Healthcare", "2009", None, False),
        ("Deputy Manager", "Barchester Healthcare", "2012", None, False),
        ("Care Home Manager", "Willow Lodge", "2017", None, True),
    ]


def test_somebody_elses_words_and_german_ones():
    found = read(
        "\nHe has worked as Engineer at City Theatre since 2018. Between 2013 and 2018 he was a Cook at Noma.\n"
    )
    assert [entry[:4] for entry in work_of(found)] == [
        ("Engineer", "City Theatre", "2018", None),
        ("Cook", "Noma", "2013", "2018"),
    ]
    german = (
        "Seit Mai 2019 arbeite ich als Souschef im Hotel Excelsior in Köln. Von 2015 bis 2019 war ich Koch bei Maibeck."
    )
    found = read(f"\n{german}\n")
    assert [entry[:4] for entry in work_of(found)] == [
        ("Souschef", "Hotel Excelsior", "2019-05", None),
        ("Koch", "Maibeck", "2015", "2019"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "I am a finance associate and comfortable working with ERP systems, spreadsheets and dashboards today.",
        "I am a UX designer today and I work closely with PMs and engineers to understand problems.",
    ],
)
def test_an_abbreviation_of_tools_or_colleagues_is_no_employer(words):
    assert work_of(read(f"\n{words}\n")) == []
