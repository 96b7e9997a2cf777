import pytest

from analyses.asking import NOT_SAID
from analyses.asking.answering import answer
from analyses.asking.material import gather, texts_to_embed
from tests.analyses.builders import SmallTaxonomy, embed, resume

TEXT = """Ada Example
ada@example.org | +1 555 010 0199

EXPERIENCE
Backend Engineer, Example Ltd
2019-03 - Present
Built payment services in Python and Flask for web shops.
Analyst, Sample Bank
2016-01 - 2018-12
Wrote PostgreSQL reports on loans in Python.
I have limited exposure to Kubernetes.

EDUCATION
Bachelor of Science in Computer Science, Example University, 2015

LANGUAGES
French (C1), English (native)
"""


def at(words):
    return TEXT.index(words)


PROFILE = {
    "basics": {"name": "Ada Example", "email": "ada@example.org", "phone": "+1 555 010 0199", "profiles": []},
    "work": [
        {"name": "Example Ltd", "position": "Backend Engineer", "startDate": "2019-03", "current": True,
         "start": at("Backend"), "end": at("Analyst")},
        {"name": "Sample Bank", "position": "Analyst", "startDate": "2016-01", "endDate": "2018-12",
         "start": at("Analyst"), "end": at("EDUCATION")},
    ],
    "education": [
        {"studyType": "Bachelor of Science", "area": "Computer Science", "level": "bachelor", "endDate": "2015",
         "institution": "Example University", "start": at("Bachelor"), "end": at("LANGUAGES")}
    ],
    "languages": [{"language": "French", "fluency": "C1"}, {"language": "English", "fluency": "native"}],
    "sections": [{"kind": "experience", "heading": "EXPERIENCE", "start": at("EXPERIENCE"), "end": at("EDUCATION")}],
    "personal_spans": [[0, 11, "name"]],
}  # fmt: skip


def ask(question):
    material = gather(resume(TEXT, PROFILE), SmallTaxonomy())
    return answer(question, material, {text: embed(text) for text in texts_to_embed(material, question)})


@pytest.mark.parametrize(
    ("question", "words", "quote"),
    [
        ("What is the candidate's e-mail address?", "ada@example.org", "ada@example.org"),
        ("What is her phone number?", "+1 555 010 0199", "+1 555 010 0199"),
        ("Does she know Python?", "Yes: Python is named in 2 lines", "Built payment services in Python"),
        ("How many years of Python experience does the candidate have?", "9 years 11 months", "Backend Engineer"),
        ("How many years of experience does she have?", "9 years 11 months", "Backend Engineer"),
        ("How long was she at Sample Bank?", "3 years", "Analyst, Sample Bank"),
        ("Where does she work now?", "Backend Engineer at Example Ltd", "Backend Engineer, Example Ltd"),
        ("Did she work at Sample Bank?", "Yes: Analyst at Sample Bank", "Analyst, Sample Bank"),
        ("When did she graduate?", "2015", "Bachelor of Science"),
        ("Does the candidate have a bachelor's degree?", "Yes: Bachelor of Science", "Bachelor of Science"),
        ("Which languages does she speak?", "French (C1) and English (native)", "French"),
        ("Has she used Django?", "does not name Django; it names Flask", "Flask"),
        ("Which SQL databases has she used?", "For SQL, the resume names PostgreSQL", "Wrote PostgreSQL reports"),
        ("Does she know Kubernetes?", "hardly done", "limited exposure to Kubernetes"),
        ("Which reports on loans are there?", "reports on loans", "reports on loans"),
    ],
)
def test_it_is_answered_from_the_lines(question, words, quote):
    found = ask(question)
    assert words in found.response
    assert any(quote in item.quote for item in found.citations)
    assert all(item.quote == TEXT[item.start : item.end] for item in found.citations)


@pytest.mark.parametrize(
    "question",
    [
        "Does she know Julia?",
        "Has the candidate flown helicopters?",
        "Does the candidate have a PhD?",
        "Did she ever work at Contoso?",
        "What is her LinkedIn profile?",
        "Which certificates does she hold?",
        "What is her salary expectation?",
        "Is she certified in Python?",
        "How long did she work at Contoso?",
    ],
)
def test_what_is_not_there_is_not_made_up(question):
    found = ask(question)
    assert found.response == NOT_SAID == "The resume does not say"
    assert found.citations == ()
