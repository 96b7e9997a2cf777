"""A title in the form for a woman scores what the form for a man does."""

from datetime import date

import pytest

from analyses.engine.gender import one_form
from analyses.pairs import job_from_text, resume_from_text, unstored_judge
from analyses.pipeline import score

PAIRS = [
    ("waitress", "waiter"), ("saleswoman", "salesman"), ("chairwoman", "chairman"), ("forewoman", "foreman"),
    ("barmaid", "barman"), ("headmistress", "headmaster"), ("Krankenschwester", "Krankenpfleger"),
    ("Verkäuferin", "Verkäufer"), ("Bürokauffrau", "Bürokaufmann"), ("Zahnärztin", "Zahnarzt"),
    ("infirmière", "infirmier"), ("développeuse", "développeur"), ("directrice", "directeur"),
    ("desarrolladora", "desarrollador"), ("enfermera", "enfermero"), ("direttrice", "direttore"),
]  # fmt: skip
RESUME = """Alex Doe
alex@example.org

Experience
{title}, Example Ltd
March 2019 - Present
- Looked after guests and colleagues every day and kept records

{title}, Other Ltd
2015 - 2019
- Served customers and planned shifts
"""
PROSE = "I have worked as a {title} for eight years. I look after people every day and keep records."
JOB = "{title}\n\nRequirements\n- Must have: 3+ years of experience as a {title}\n- Customer care\n- Record keeping"


@pytest.mark.django_db
@pytest.mark.parametrize("pair", PAIRS, ids=" ".join)
def test_both_forms_of_a_title_score_the_same_for_postings_with_either(pair):
    judge = unstored_judge()
    for asked in pair:
        job = job_from_text(JOB.format(title=asked[0].upper() + asked[1:]))
        for text in (RESUME, PROSE):
            given = (resume_from_text(text.format(title=title.capitalize()), as_of=date(2026, 1, 1)) for title in pair)
            scores = {score(job, one, judge)["overall_score"] for one in given}
            assert len(scores) == 1


@pytest.mark.parametrize("word", ["Verkäufer/in", "Verkäufer*in", "Verkäufer:in", "Verkäufer(in)", "Verkäuferin"])
def test_spellings_for_all_are_one(word):
    assert one_form(word) == "Verkäufer"


@pytest.mark.parametrize(
    "text",
    [
        "Human resources in Germany: therein lies the margin", "Cabin crew, bulletin boards and protein assays",
        "heparin and glycerin", "Midwife on a labour ward", "carrière, matière, lumière",
        "Verein, Termin, Medizin, Disziplin", "Beatrice and Pandora", "Computer vision, tutor, monitor, editor",
    ],
)  # fmt: skip
def test_other_words_stay_as_they_are(text):
    assert one_form(text) == text
