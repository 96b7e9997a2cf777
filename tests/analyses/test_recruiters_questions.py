"""Ordinary questions of recruiters, in English, German and French, on two resumes; each answer cites its lines."""

from datetime import date

import pytest

from analyses.asking import NOT_SAID
from analyses.asking.answering import answer
from analyses.asking.material import gather, texts_to_embed
from analyses.asking.translated import in_english
from analyses.pairs import resume_from_text
from analyses.taxonomy import SiteTaxonomy
from tests.analyses.builders import embed

NURSE = """Ada Example, CCRN
ada@example.org

Experience
Registered Nurse, Harbour Clinic, Leeds    June 2020 - Present
- Preceptor for four new nurses since 2022
- Calls rapid responses and hands over to ICU
- Documents in Epic
Care Assistant, Mount Example Insurance Home, Leeds    January 2015 - March 2018
- Washed and fed residents

Education
Bachelor of Science in Nursing, Example University, 2019

Languages
English (native), German (B1)
"""
DEVELOPER = """Alan Example
alan@example.org

Experience
Software Engineer, Tally Insurance, London    January 2018 - Present
- Reads orders through the REST API of a partner
- Designed the REST API that two partners use
- Builds Java services and Jenkins pipelines
- Leads a team of three developers

Education
BSc Computer Science, Example University, 2016
"""


def asked(question, text):
    material = gather(resume_from_text(text, date(2025, 11, 1)), SiteTaxonomy())
    found = answer(question, material, {words: embed(words) for words in texts_to_embed(material, question)})
    for item in found.citations:
        assert material.resume.text[item.start : item.end] == item.quote
    return found


@pytest.mark.parametrize(
    ("text", "question", "response", "quote"),
    [
        (NURSE, "Has she trained others?", "Yes: “Preceptor for four", "Preceptor for four new nurses since 2022"),
        (
            NURSE,
            "Does she have a BSN?",
            "Yes: Bachelor of Science in Nursing, Example",
            "Bachelor of Science in Nursing",
        ),
        (NURSE, "Does she have a degree in law?", "The resume does not name it; it names Bachelor", "Bachelor of"),
        (NURSE, "Does she have a gap in her career?", "2 years 2 months (2018-04 to 2020-05)", "January 2015"),
        (NURSE, "Does she have ICU experience?", "Critical care nursing is named in one line", "hands over to ICU"),
        (NURSE, "What did she do at Harbour Clinic?", "Documents in Epic", "Preceptor for four"),
        (NURSE, "Where did she work before?", "Care Assistant at Mount Example", "January 2015 - March 2018"),
        (NURSE, "What was her job in 2016?", "Care Assistant at Mount Example", "January 2015 - March 2018"),
        (NURSE, "Is she CCRN certified?", "Yes: “CCRN”", "CCRN"),
        (NURSE, "How many years of experience in total?", "8 years 9 months of dated work", "June 2020"),
        (NURSE, "Welche Sprachen spricht sie?", "English (native) and German (B1).", "German (B1)"),
        (NURSE, "Wo hat sie studiert?", "Bachelor of Science in Nursing, Example University", "Bachelor"),
        (NURSE, "Parle-t-elle anglais ?", "English (native)", "English (native)"),
        (DEVELOPER, "Has he designed APIs?", "“Designed the REST API", "Designed the REST API"),
        (DEVELOPER, "What tools does he use for CI/CD?", "For CI/CD, the resume names Jenkins", "Jenkins"),
        (DEVELOPER, "Hat er ein Team geführt?", "Yes: “Leads a team", "Leads a team of three developers"),
        (DEVELOPER, "Wie viele Jahre Erfahrung hat er mit Java?", "7 years 11 months in positions", "January 2018"),
        (DEVELOPER, "Welche Programmiersprachen kennt er?", "the resume names Java", "Java services"),
        (DEVELOPER, "Wo arbeitet er derzeit?", "Software Engineer at Tally Insurance", "January 2018"),
    ],
)
def test_the_answer_and_its_lines(text, question, response, quote):
    found = asked(question, text)
    assert response in found.response
    assert any(quote in " ".join(item.quote.split()) for item in found.citations)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (NURSE, "Warum hat sie Mount Example verlassen?"),
        (NURSE, "Hat sie einen Führerschein?"),
        (DEVELOPER, "Does he speak German?"),
        (DEVELOPER, "When can he start?"),
    ],
)
def test_what_no_line_says_is_not_said(text, question):
    found = asked(question, text)
    assert (found.response, found.citations) == (NOT_SAID, ())


def test_english_questions_stay_as_they_are():
    assert in_english("Was she a manager at Die Post?") == "Was she a manager at Die Post?"
    assert in_english("Which databases has she used?") == "Which databases has she used?"
