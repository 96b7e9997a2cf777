"""Postings as boards, schools, hauliers and small firms write them: nothing asked for is lost, nothing else taken."""

import pytest

from jobs.reading import read_description


def texts(description):
    return [row.text for row in read_description(description).requirements]


def row_of(description, words):
    return next(row for row in read_description(description).requirements if words in row.text)


@pytest.mark.parametrize(
    ("sentence", "must"),
    [
        ("Fluent English is a must.", True),
        ("UAE driving license is must.", True),
        ("Experience with Terraform is nice to have.", False),
    ],
)
def test_a_wish_that_ends_the_sentence_is_not_lost(sentence, must):
    row = row_of(f"Data Analyst\n\nYou will build dashboards for the board. {sentence}", sentence[:10])
    assert row.must_have is must


def test_a_sentence_before_a_sum_is_not_lost():
    found = texts("Care Assistant - Nights. You must have the right to work in the UK. £12.20 an hour, paid breaks.")
    assert "The right to work in the UK" in found


def test_one_line_asks_for_what_stands_behind_its_title():
    found = texts("Plumber wanted, own van, 5 yrs exp. Gas Safe essential.")
    assert [words in " / ".join(found) for words in ("5 yrs exp", "Gas Safe", "Own van")] == [True, True, True]
    assert any("18th Edition" in text for text in texts("Electrician, 18th Edition, ECS gold card. Own tools."))


@pytest.mark.parametrize(
    ("line", "must"),
    [
        ("Experience of court work (D)", False),
        ("Registration with Social Work England (E)", True),
        ("Experience with procurement rules (desirable)", False),
        ("Degree in Engineering, or HNC plus experience", True),
        ("Experience in asset management", True),
        ("TikTok Ads experience would be the icing on the cake", False),
    ],
)
def test_marks_and_words_of_wishing(line, must):
    assert row_of(f"Officer\n\nRequirements\n- {line}\n- Knowledge of SQL", line[:12]).must_have is must


def test_a_short_requirement_is_no_heading():
    posting = (
        "Store Manager\n\nAbout you:\nMinimum two years retail leadership experience\nPastry experience is a bonus\n"
    )
    found = texts(posting)
    assert "Minimum two years retail leadership experience" in found
    assert "Pastry experience is a bonus" in found
    assert row_of(posting, "retail leadership").years == 2


def test_headings_of_wishes_pay_and_hiring():
    posting = """Engineer

Must haves
☑️ Kubernetes on EKS
It'd be great if you also have
☑️ Experience with Terraform
Not needed
❌ A degree in physics
What we pay
Enough to live on and a bit more
How we hire
Two calls and one pairing session
"""
    found = {row.text: row.must_have for row in read_description(posting).requirements}
    assert found == {"Kubernetes on EKS": True, "Experience with Terraform": False}


def test_a_list_without_bullets_or_capitals_is_read_line_by_line():
    posting = "Designer\n\nYou might be a fit if you\n\nhave 4+ years designing web products\nknow Figma inside out\n"
    assert texts(posting) == ["Have 4+ years designing web products", "Know Figma inside out"]


@pytest.mark.parametrize("question", ["Do you love fashion?", "Are you a numbers person who loves ads?"])
def test_a_question_that_courts_the_reader_asks_for_nothing(question):
    assert texts(f"Assistant\n\n{question} You will need two years of retail experience.") == [
        "Two years of retail experience"
    ]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Australian working rights", "authorisation"),
        ("Must be a U.S. person under ITAR", "authorisation"),
        ("Qualified in England & Wales", "certification"),
        ("NVQ Level 3 in childcare", "certification"),
        ("Other languages welcome", "language"),
        ("4 years' post-apprenticeship experience in food", "experience"),
        ("Supervise doctoral students", "responsibility"),
        ("Level 2 support experience with Windows", "experience"),
    ],
)
def test_kinds(line, kind):
    heading = "Duties" if kind == "responsibility" else "Requirements"
    assert row_of(f"Officer\n\n{heading}\n- {line}\n- Something else to do", line[:10]).kind == kind


@pytest.mark.parametrize(
    ("line", "ground"),
    [
        ("Non smoker", "health or disability"),
        ("No visible tattoos", "appearance or a photo"),
        ("Christian family preferred", "religion or belief"),
        ("Send your CV with photo", "appearance or a photo"),
    ],
)
def test_protected_grounds(line, ground):
    row = row_of(f"Nanny\n\nRequirements\n- {line}\n- Two years of experience", line[:9])
    assert not row.scorable
    assert ground in row.note
    assert row.years is None


def test_a_language_level_beside_native_is_a_level():
    row = row_of("Seller\n\nRequirements\n- German at C1 or native level\n- Sales experience", "German")
    assert (row.kind, row.scorable, row.level) == ("language", True, "fluent")


@pytest.mark.parametrize(
    ("opening", "company", "role"),
    [
        ("Westmoor Council\nSocial Worker\n", "Westmoor Council", "Social Worker"),
        ("HGV Driver - Nights\nHartwell Transport, Doncaster\n", "Hartwell Transport", "HGV Driver"),
        ("Staff Nurse (Band 5) - Medical Assessment Unit\nSt Brigid's Hospital Trust\n", "St Brigid's Hospital Trust",
         "Staff Nurse"),
        ("Corvid Security - Penetration Tester (Remote)\n", "Corvid Security", "Penetration Tester"),
        ("Dental receptionist, Quayside Dental, Galway. You'll answer phones.", "Quayside Dental",
         "Dental Receptionist"),
        ("Kelleher Engineering, Cork are recruiting an Electrical Technician.", "Kelleher Engineering",
         "Electrical Technician"),
        ("Prairie Freight LLC is hiring Truck Drivers!", "Prairie Freight LLC", "Truck Driver"),
        ("Buchhalter (m/w/d) in Vollzeit\nBrandt & Söhne GmbH, Kassel\n", "Brandt & Söhne GmbH", "Buchhalter"),
        ("SITE MANAGER – RESIDENTIAL – KENT\nFortis Build\n", "Fortis Build", "SITE MANAGER"),
        ("🍳 Chef de Partie 🍳\nBluebird Kitchens – Bristol\n", "Bluebird Kitchens", "Chef de Partie"),
    ],
)  # fmt: skip
def test_company_and_role(opening, company, role):
    reading = read_description(f"{opening}\nRequirements:\n- Two years of experience\n- Good IT skills\n")
    assert (reading.company_name, reading.role_name) == (company, role)


def test_headings_with_signs_behind_them_and_headings_in_their_line():
    posting = """Technical Writer

What we're after 🔍
→ You can read Python or TypeScript
Good to know: Figma, After Effects
Must know: Illustrator, InDesign
Degree: not required, we look at your book
Why Lattice? 💜
→ 5 weeks off
"""
    found = {row.text: row.must_have for row in read_description(posting).requirements}
    assert found == {
        "You can read Python or TypeScript": True,
        "Figma, After Effects": False,
        "Illustrator, InDesign": True,
    }


@pytest.mark.parametrize(
    ("line", "scorable"),
    [
        ("Must be 18 or over to serve alcohol", False),
        ("4 on 4 off, 6am-6pm", False),
        ("Independent prescriber", True),
        ("Two years of pension administration", True),
    ],
)
def test_what_is_not_scored(line, scorable):
    assert row_of(f"Waiter\n\nRequirements\n- {line}\n- Good knowledge of wine", line[:8]).scorable is scorable


def test_a_house_that_is_provided_is_not_asked_for():
    posting = "Grange Farm is seeking a Herdsperson to look after 180 dairy cows. A three-bedroom house is provided."
    assert texts(posting) == ["Look after 180 dairy cows"]


def test_what_is_not_needed_is_not_asked_for():
    posting = """Content Marketer

You'll be great at this if you:
- know SEO basics
You won't need:
- a degree
The deal: 25 days off
"""
    assert {row.text: row.must_have for row in read_description(posting).requirements} == {"Know SEO basics": True}
