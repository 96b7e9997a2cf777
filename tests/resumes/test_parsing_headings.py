"""Headings that no list knows: told by their looks, and their kind by what stands below."""

from resumes.document import Document
from resumes.parsing import parse_profile
from resumes.parsing.layout import document_of

TEXT = """# Ada Example
ada@example.com
## Objective
A post in logistics.
## Work Experience
Operations Manager, Indus Freight Ltd, 2018 - 2022
- Managed customs clearance
## {heading}
{content}
## References
On demand.
"""


def profile(heading, content):
    return parse_profile(document_of(TEXT.format(heading=heading, content=content)))


def test_degrees_under_a_vague_heading_are_education():
    found = profile("Qualification", "MBA, University of Karachi, 2013\nB.Com, Government College of Commerce, 2010")
    assert [entry["institution"] for entry in found["education"]] == [
        "University of Karachi",
        "Government College of Commerce",
    ]
    assert len(found["work"]) == 1
    assert found["work"][0]["highlights"] == ["Managed customs clearance"]


def test_skills_under_an_unknown_heading_are_skills():
    found = profile("Pots and pans", "Python, Django, PostgreSQL, Docker")
    assert [skill["name"] for skill in found["skills"]] == ["Python", "Django", "PostgreSQL", "Docker"]


def test_what_nothing_says_stays_apart_from_the_section_above():
    found = profile("My flying hours", "Airbus A320, 6200 hours")
    assert found["work"][0]["end"] < found["sections"][-2]["start"]
    assert found["sections"][-2] == found["sections"][-2] | {"kind": "other", "heading": "My flying hours"}
    assert found["skills"] == []


def test_what_a_position_was_done_with_ends_no_section():
    text = """# Ada Example
ada@example.com
## Experience
**Backend Engineer**, Acme Ltd\t2019 - 2022
- Built the billing service
Technologies: Java, Spring, Kafka
**Engineer**, Contoso Inc\t2016 - 2019
Tech Stack: Python, Django
## Education
BSc, University of York, 2016
Skills: Java, Python
"""
    found = parse_profile(document_of(text))
    assert [entry["name"] for entry in found["work"]] == ["Acme Ltd", "Contoso Inc"]
    assert found["work"][0]["highlights"] == ["Built the billing service", "Technologies: Java, Spring, Kafka"]
    assert [skill["name"] for skill in found["skills"]] == ["Java", "Python"]


def test_text_without_positions_has_no_looks_to_go_by():
    text = "Ada Example\n\nProfile\nA nurse\nknown for calm\n\nWork History\nNurse, City Hospital, 2018 - 2020\n"
    document = Document(text, (), 1, "text")
    headings = [section["heading"] for section in parse_profile(document)["sections"]]
    assert headings == [None, "Profile", "Work History"]


def test_an_entry_set_like_the_text_is_no_heading():
    found = profile("Education", "**Riverside Academy**\nBSc Physics, 2010\n**Hillside Institute**\nMSc Physics, 2012")
    assert [entry["institution"] for entry in found["education"]] == ["Riverside Academy", "Hillside Institute"]
