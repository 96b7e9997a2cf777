"""Questions for breaks, titles, pay, amounts, headed lists and misspelled skills; each answer cites its lines."""

from datetime import date

import pytest

from analyses.asking import NOT_SAID
from analyses.asking.answering import answer
from analyses.asking.material import gather, texts_to_embed
from analyses.pairs import resume_from_text
from analyses.taxonomy import SiteTaxonomy
from resumes.parsing.timeline import is_break
from tests.analyses.builders import embed

SELLER = """Ada Example
Munich, Germany | ada@example.org | github.com/ada-example

EXPERIENCE
Sales Director | Example Automation GmbH | Munich
04/2020 - today
- Grew revenue from €28m to €40m in four years
- Runs a budget of €900k
- Manages hospital groups in Austria
- Migrated the Salesforce data to HubSpot

Parental leave
07/2018 - 03/2020

Line Cook | Example Bistro | Cologne
01/2014 - 06/2018
- Left because the bistro closed

EDUCATION
MBA, Example Business School, 2013
Diplom-Ingenieur Electrical Engineering, Example University, 2009
Abitur, Example Gymnasium, 2004

LANGUAGES
Deutsch: Muttersprache
Englisch: C1

PUBLICATIONS
Example A. (2012) Fast sodium conduction. Journal of Examples 590, 233.
Example A. (2010) Slow sodium conduction. Journal of Examples 410, 140.

INTERESTS
Alpine skiing, choir

OTHER
Notice period: 3 months
Expected salary: 90,000 EUR
"""


def asked(question):
    material = gather(resume_from_text(SELLER, date(2025, 11, 1)), SiteTaxonomy())
    found = answer(question, material, {words: embed(words) for words in texts_to_embed(material, question)})
    for item in found.citations:
        assert SELLER[item.start : item.end] == item.quote
    assert found.citations or found.response == NOT_SAID
    return found.response


@pytest.mark.parametrize(
    ("question", "says"),
    [
        (
            "Is there a gap in her CV?",
            "1 year 9 months (2018-07 to 2020-03) without one. The resume says: “Parental leave”",
        ),
        ("Why is there a gap in 2019?", "“Parental leave”"),
        ("Why did she leave Example Bistro?", "“Left because the bistro closed”"),
        ("How long did she work as a cook?", "4 years 6 months as Line Cook."),
        ("How many yrs as a sales director?", "5 years 8 months as Sales Director."),
        (
            "What budget was she responsible for?",
            "“Grew revenue from €28m to €40m in four years”; “Runs a budget of €900k”",
        ),
        ("What salary does she want?", "“Expected salary: 90,000 EUR”"),
        ("Wie lange ist ihre Kündigungsfrist?", "“Notice period: 3 months”"),
        ("How many publications does she have?", "2 lines under “PUBLICATIONS”: “Example A. (2012)"),
        ("What are her hobbies?", "“Alpine skiing, choir”"),
        ("Which languages does she speak?", "German (Muttersprache) and English (C1)."),
        ("Wie gut ist ihr Englisch?", "English (C1)."),
        ("Does she have an MBA?", "Yes: MBA, Example Business School (2013)."),
        ("When did she finish secondary school?", "Abitur, Example Gymnasium (2004)."),
        ("Where did she get her engineering degree?", "Electrical Engineering, Example University (2009)."),
        ("Has she migrated CRM systems?", "Yes: “Migrated the Salesforce data to HubSpot”"),
        ("Has she grown CRM systems?", "The resume names HubSpot"),
        ("Has she bought CRM systems?", "The resume names HubSpot"),
        ("Does she know Salesfroce?", "Yes: Salesforce is named"),
        ("Where does she live?", "Munich"),
        ("Can you give me her GitHub?", "github.com/ada-example."),
    ],
)
def test_it_is_answered_from_the_lines(question, says):
    assert says in asked(question)


@pytest.mark.parametrize(
    "question",
    [
        "What is her LinkedIn?",
        "Why did she leave Contoso?",
        "How long did she work as a teacher?",
        "Has she managed people?",
        "Does she know Djnago?",
        "Which patents does she hold?",
        "Does she have a PhD?",
    ],
)
def test_what_is_not_there_is_not_made_up(question):
    assert asked(question) == NOT_SAID


@pytest.mark.parametrize(
    ("position", "expected"),
    [
        ("Parental leave", True),
        ("Career break to travel through South America", True),
        ("Elternzeit", True),
        ("Sabbatical", True),
        ("Leave Management Officer", False),
        ("Sabbatical Officer", False),
        ("Travel Agent", False),
        ("Travelling Salesperson", False),
        ("Unemployment Adviser", False),
        ("Travel and Expense Analyst", False),
        ("Travel and Tourism Consultant", False),
        ("Parental Leave (Case Manager)", False),
        ("Sabbatical and family care", True),
        ("Travel, South America", True),
    ],
)
def test_a_leave_is_told_from_a_position(position, expected):
    assert is_break({"position": position, "name": None}) is expected


COOK = """Ada Example
Head Chef
ada@example.org

Work experience
Head Chef, Salt House, Brighton, March 2020 - present
Brigade of 14, on nights and weekends.
Sous Chef, Marlow Bank Grill, London, January 2016 - February 2020
I left Marlow Bank Grill because it was sold.

Education
NVQ Level 3 Professional Cookery, Example College, 2012

Certificates
Personal Licence Holder
First Aid at Work, expires March 2027
Level 4 Food Safety, 2021

Conferences
Cooks of the South 2023, speaker

Other
Open to relocation anywhere in the UK
Full clean driving licence
Notice period: 1 month
Prefers hybrid work
"""


def asked_of_cook(question):
    material = gather(resume_from_text(COOK, date(2025, 11, 1)), SiteTaxonomy())
    return answer(question, material, {words: embed(words) for words in texts_to_embed(material, question)}).response


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("When does her first aid expire?", "“First Aid at Work, expires March 2027”"),
        ("Would she move to Scotland?", "“Open to relocation anywhere in the UK”"),
        ("Can she drive?", "Yes: “Full clean driving licence”"),
        ("Can she start immediately?", "“Notice period: 1 month”"),
        ("Is she looking for remote work?", "“Prefers hybrid work”"),
        ("What shift patterns has she worked?", "“Brigade of 14, on nights and weekends.”"),
        ("Has she spoken at conferences?", "“Cooks of the South 2023, speaker”"),
        ("Which grills has she worked for?", "Sous Chef at Marlow Bank Grill (2016-01 to 2020-02)."),
        ("Which hospitals has she worked for?", NOT_SAID),
        ("Does she have a degree?", NOT_SAID),
        ("Has she cooked vegan food?", NOT_SAID),
        ("How long has she been in her current job?", "5 years 9 months at Salt House"),
    ],
)
def test_terms_papers_and_sorts_of_employers(question, says):
    assert says in asked_of_cook(question)
