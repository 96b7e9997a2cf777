"""Questions for protected attributes are declined, whatever the resume says; questions for the work are not."""

from datetime import date

import pytest

from analyses.asking.answering import answer
from analyses.asking.material import gather, texts_to_embed
from analyses.asking.protected import declined
from analyses.pairs import resume_from_text
from analyses.taxonomy import SiteTaxonomy
from tests.analyses.builders import embed

TOLD = """Ada Example
ada@example.org

Experience
Special Education Teacher, Example School, Leeds    June 2020 - Present
- Teaches disabled children aged 6 to 9

Personal details
Date of birth: 4 May 1985
Married, two children
Nationality: British
"""


@pytest.mark.parametrize(
    ("question", "ground"),
    [
        ("How old is she?", "age"),
        ("What year was Ada born?", "age"),
        ("Date of birth?", "age"),
        ("Is he close to retirement?", "age"),
        ("Wie alt ist sie?", "age"),
        ("Quel âge a-t-il ?", "age"),
        ("Is she married?", "marital or family status"),
        ("How many kids does he have?", "marital or family status"),
        ("Is she planning more children?", "marital or family status"),
        ("Hat sie Kinder?", "marital or family status"),
        ("What is her religion?", "religion or belief"),
        ("Is he a practising Muslim?", "religion or belief"),
        ("Is he a union member?", "religion or belief"),
        ("What nationality is he?", "nationality or origin"),
        ("Is he Irish?", "nationality or origin"),
        ("Is she a US citizen?", "nationality or origin"),
        ("Where is she originally from?", "nationality or origin"),
        ("Does she have health problems?", "health or disability"),
        ("Is he disabled?", "health or disability"),
        ("How many sick days did she take?", "health or disability"),
        ("Is he gay?", "gender or sexual orientation"),
        ("Is the candidate a woman?", "gender or sexual orientation"),
        ("What does she look like?", "appearance"),
    ],
)
def test_a_protected_attribute_is_not_answered(question, ground):
    material = gather(resume_from_text(TOLD, date(2025, 11, 1)), SiteTaxonomy())
    found = answer(question, material, {words: embed(words) for words in texts_to_embed(material, question)})
    assert found.response.startswith(f"This is not answered: {ground} must have no part in")
    assert found.citations == ()


@pytest.mark.parametrize(
    "question",
    [
        "Has she worked with children?",
        "Does she have experience with disabled people?",
        "Did he teach religious education?",
        "Which age groups has she taught?",
        "Is he American Board certified?",
        "Is he English speaking?",
        "Is she a single point of contact?",
        "Is he engaged in open source?",
        "Has she worked in health and safety?",
        "Has he worked on gender equality policy?",
        "Does she have a health and safety certificate?",
        "Is he allowed to work in Canada?",
        "Where does she live?",
        "Does she speak German?",
        "Is he a black belt?",
    ],
)
def test_a_question_for_the_work_is_none_of_these(question):
    assert declined(question) is None
