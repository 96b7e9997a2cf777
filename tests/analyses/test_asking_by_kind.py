"""Questions for kinds of things: languages of both sorts, databases, years, licences, people led, when to start."""

import pytest

from analyses.asking import NOT_SAID
from analyses.asking.answering import answer
from analyses.asking.material import gather, texts_to_embed
from analyses.taxonomy import SiteTaxonomy
from tests.analyses.builders import embed, resume

TEXT = """Ada Example

EXPERIENCE
Example Ltd, Chicago, IL
Senior Backend Engineer
2021-03 - 2025-02
Built booking services in Django for clinics.
Leads a team of five engineers and mentors two juniors.
Sample Bank
Analyst
2016-01 - 2019-12
Wrote PostgreSQL reports on loans in Python and JavaScript.
Class A CDL with hazmat endorsement.

CERTIFICATIONS
AWS Certified Developer, 2023

LANGUAGES
French (C1), English (native)
"""


def at(words):
    return TEXT.index(words)


PROFILE = {
    "basics": {"name": "Ada Example"},
    "work": [
        {"name": "Example Ltd", "position": "Senior Backend Engineer", "startDate": "2021-03", "endDate": "2025-02",
         "start": at("Example Ltd"), "end": at("Sample Bank")},
        {"name": "Sample Bank", "position": "Analyst", "startDate": "2016-01", "endDate": "2019-12",
         "start": at("Sample Bank"), "end": at("CERT")},
    ],
    "certificates": [{"name": "AWS Certified Developer", "date": "2023"}],
    "sections": [{"kind": "certifications", "heading": "CERTIFICATIONS", "start": at("CERT"), "end": at("LANG")},
                 {"kind": "languages", "heading": "LANGUAGES", "start": at("LANG"), "end": len(TEXT)}],
    "personal_spans": [[0, 11, "name"]],
}  # fmt: skip


def ask(question):
    material = gather(resume(TEXT, PROFILE), SiteTaxonomy())
    return answer(question, material, {text: embed(text) for text in texts_to_embed(material, question)})


@pytest.mark.parametrize(
    ("question", "words", "quote"),
    [
        ("What programming languages does she know?", "names JavaScript and Python", "in Python and JavaScript"),
        ("Does she know databases?", "Yes: the resume names PostgreSQL", "Wrote PostgreSQL"),
        ("Which web frameworks does she know?", "For web frameworks, the resume names Django", "services in Django"),
        ("What languages does he speak?", "French (C1) and English (native).", "French (C1), English (native)"),
        ("Does he speak French?", "Yes: French (C1).", "French (C1)"),
        ("Does she speak Spanish?", "does not name Spanish; it names French (C1)", "French (C1)"),
        ("How long has she worked with Python?", "8 years in positions naming Python or what shows it (Django)",
         "Senior Backend Engineer\n2021-03 - 2025-02"),
        ("Where did she work in 2019?", "Analyst at Sample Bank (2016-01 to 2019-12).", "Analyst\n2016-01 - 2019-12"),
        ("What was she doing in 2022?", "Senior Backend Engineer at Example Ltd", "2021-03 - 2025-02"),
        ("Does he have a driving licence?", "Yes: “Class A CDL", "Class A CDL with hazmat endorsement."),
        ("What certifications?", "AWS Certified Developer, 2023.", "AWS Certified Developer, 2023"),
        ("Has she managed people?", "Yes: “Leads a team of five engineers", "Leads a team of five engineers"),
        ("How many years of management experience?", "4 years in positions that speak of leading", "2021-03 - 2025-02"),
    ],
)  # fmt: skip
def test_it_is_answered_with_the_words_it_rests_on(question, words, quote):
    found = ask(question)
    assert words in found.response
    assert any(quote in item.quote for item in found.citations)
    assert all(item.quote == TEXT[item.start : item.end] for item in found.citations)


@pytest.mark.parametrize(
    "question",
    [
        "When can she start?",
        "What is the notice period?",
        "Where did she work in 2020?",
        "Which CRM systems does she know?",
        "Why did she leave Sample Bank?",
        "How long has she worked with Java?",
        "How many years of nursing experience does she have?",
    ],
)
def test_nothing_is_made_up(question):
    assert (ask(question).response, ask(question).citations) == (NOT_SAID, ())


def test_a_line_that_says_when_is_quoted():
    given = resume(TEXT + "Available from 1 March, notice period four weeks.\n", PROFILE)
    material = gather(given, SiteTaxonomy())
    question = "When can she start?"
    found = answer(question, material, {text: embed(text) for text in texts_to_embed(material, question)})
    assert found.citations[0].quote == "Available from 1 March, notice period four weeks."
