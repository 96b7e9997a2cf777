"""Postings of many professions and shapes, read into what they ask for."""

import pytest

from jobs.reading import read_description

NURSE = """Registered Nurse – Medical/Surgical Unit
St. Mary's Hospital | Portland, OR | Full-time, nights

About Us
St. Mary's Hospital is a leading non-profit hospital serving the Portland area since 1921.

Responsibilities:
• Administer medications and IV therapy

Requirements:
• Current RN license in the State of Oregon
• BLS certification required; ACLS preferred
• Minimum 2 years of acute care experience
• Ability to lift 50 lbs and stand for long periods
• Must be between 25 and 40 years of age

Benefits
• Medical, dental and vision insurance

St. Mary's is an equal opportunity employer without regard to race, religion, gender or age.
"""
BACKEND = """# Senior Backend Engineer (m/f/d)

**Acme Robotics** is hiring! Join us in Berlin.

## What you'll do
1. Design and build REST APIs in Go and Python

## What you bring
- 5+ years of professional experience in backend development
- Strong knowledge of Go or Rust, and PostgreSQL
- Bachelor's degree in Computer Science or equivalent experience
- Fluent English; German B1 is a plus
- Right to work in Germany

## Nice to have
- Terraform

## What we offer
- 30 days of vacation
"""
BOARD = """Skip to main content
Jobs | Companies | Salaries | Sign in
Warehouse Operative
FastShip Logistics
Manchester, UK
Posted 3 days ago
Easy Apply

About the job
FastShip Logistics is one of the fastest growing 3PL companies in the UK.

What you will be doing
Picking and packing orders using RF scanners

What we are looking for
Previous warehouse experience is essential
Counterbalance forklift licence preferred
Able to work weekends and rotating shifts
Native English speaker
Hard-working team player

Similar jobs
Van Driver
"""
HTML = (
    "<div><h2>Accountant</h2><p>Widget &amp; Sons Ltd is looking for an accountant to join our finance team.</p>"
    "<h3>Requirements</h3><ul><li>ACCA or CIMA qualified</li><li>3-5 years&#39; experience in a similar role</li>"
    "<li>Experience with Sage or Xero</li></ul><h3>Benefits</h3><ul><li>Free parking</li></ul></div>"
)
PROSE = (
    "We are looking for a backend engineer who can design, implement, and maintain microservices. The ideal candidate "
    "should have solid experience with Python or Go, familiarity with Kubernetes, and a deep understanding of "
    "distributed systems. Experience with Terraform is a plus. You will work with product teams to design APIs."
)


def rows(text: str) -> list[tuple[str, str, bool]]:
    return [(draft.kind, draft.text, draft.must_have) for draft in read_description(text).requirements]


def one(text: str):
    (draft,) = read_description(text).requirements
    return draft


def test_a_nurse():
    reading = read_description(NURSE)
    assert (reading.role_name, reading.company_name) == ("Registered Nurse", "St. Mary's Hospital")
    assert rows(NURSE)[:5] == [
        ("responsibility", "Administer medications and IV therapy", False),
        ("certification", "Current RN license in the State of Oregon", True),
        ("certification", "BLS certification required", True),
        ("certification", "ACLS preferred", False),
        ("experience", "Minimum 2 years of acute care experience", True),
    ]
    lift, age = reading.requirements[5:]
    assert "physical demand" in lift.note
    assert "(age)" in age.note
    assert [lift.scorable, age.scorable, lift.must_have, age.must_have] == [False] * 4


def test_markdown_with_alternatives_and_levels():
    reading = read_description(BACKEND)
    assert (reading.role_name, reading.company_name) == ("Senior Backend Engineer", "Acme Robotics")
    by_text = {draft.text: draft for draft in reading.requirements}
    assert by_text["Strong knowledge of Go or Rust"].skills == ("go", "rust")
    assert by_text["Strong knowledge of Go or Rust"].skills_mode == "any"
    assert by_text["PostgreSQL"].must_have
    assert by_text["5+ years of professional experience in backend development"].years == 5
    assert by_text["Bachelor's degree in Computer Science or equivalent experience"].level == "bachelor"
    assert (by_text["Fluent English"].level, by_text["Fluent English"].must_have) == ("fluent", True)
    assert (by_text["German B1 is a plus"].level, by_text["German B1 is a plus"].must_have) == ("conversational", False)
    assert by_text["Right to work in Germany"].kind == "authorisation"
    assert not by_text["Terraform"].must_have


def test_a_page_pasted_from_a_job_board_without_bullets():
    reading = read_description(BOARD)
    assert (reading.role_name, reading.company_name) == ("Warehouse Operative", "FastShip Logistics")
    assert [draft.text for draft in reading.requirements] == [
        "Picking and packing orders using RF scanners",
        "Previous warehouse experience is essential",
        "Counterbalance forklift licence preferred",
        "Able to work weekends and rotating shifts",
        "Native English speaker",
        "Hard-working team player",
    ]
    assert [draft.scorable for draft in reading.requirements] == [True, True, True, False, False, False]
    assert {"navigation", "company"} <= {span.reason for span in reading.ignored}


def test_html_is_read_by_its_structure():
    reading = read_description(HTML)
    assert (reading.role_name, reading.company_name) == ("Accountant", "Widget & Sons Ltd")
    assert [draft.text for draft in reading.requirements] == [
        "ACCA or CIMA qualified",
        "3-5 years' experience in a similar role",
        "Experience with Sage or Xero",
    ]


def test_one_paragraph_is_cut_into_what_it_asks_for():
    assert rows(PROSE) == [
        ("skill", "Design, implement, and maintain microservices", True),
        ("skill", "Solid experience with Python or Go", True),
        ("skill", "Familiarity with Kubernetes", True),
        ("skill", "A deep understanding of distributed systems", True),
        ("skill", "Experience with Terraform is a plus", False),
        ("responsibility", "Work with product teams to design APIs", False),
    ]


def test_a_thin_posting():
    reading = read_description("Python developer, 3 years")
    assert reading.role_name == "Python Developer"
    draft = one("Python developer, 3 years")
    assert (draft.kind, draft.years, draft.skills, draft.must_have) == ("experience", 3, ("python",), True)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "!!!", "About us\nWe are a family-owned bakery."])
def test_a_text_that_asks_for_nothing(text):
    assert read_description(text).requirements == ()


def test_the_same_text_gives_the_same_reading():
    assert read_description(BACKEND) == read_description(BACKEND)


@pytest.mark.parametrize("text", [NURSE, BACKEND, BOARD, PROSE])
def test_spans_lie_on_the_words_they_were_read_from(text):
    for draft in read_description(text).requirements:
        assert draft.text.split()[-1].strip(".") in text[draft.start : draft.end].replace("*", "")


@pytest.mark.parametrize(
    "text", ["a " * 25_000, "working, " * 5_000, "Go or Rust, and " * 3_000, "<p>" * 15_000, "[" * 50_000]
)
def test_endless_texts_are_read_and_bounded(text):
    assert len(read_description(text).requirements) <= 80


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("- 5+ years of Java", 5),
        ("- 3-5 years of Java", 3),
        ("- at least two years of Java", 2),
        ("- 18 months of Java", 1.5),
        ("- five (5) years of Java", 5),
        ("- Java, founded 20 years ago", None),
    ],
)
def test_years(text, years):
    assert [draft.years for draft in read_description(f"Requirements\n{text}").requirements][:1] == [years]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Bachelor's or Master's degree", "bachelor"),
        ("Master's degree in statistics", "master"),
        ("PhD in chemistry", "doctorate"),
        ("High school diploma or GED", "secondary"),
        ("Degree in law", "bachelor"),
        ("MSc in physics", "master"),
    ],
)
def test_degree_levels(text, level):
    draft = one(f"Requirements:\n- {text}")
    assert (draft.kind, draft.level) == ("education", level)


@pytest.mark.parametrize(
    "text", ["Valid driver's license required", "Must be authorized to work in the US", "Fluent German"]
)
def test_a_line_that_asks_is_no_heading(text):
    assert [draft.text for draft in read_description(f"Requirements\n{text}\nPython").requirements] == [text, "Python"]
