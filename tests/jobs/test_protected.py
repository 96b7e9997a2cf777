import pytest

from jobs.reading import protected_note, read_description


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("Age between 25 and 35", "age"),
        ("Must be under 30 years old", "age"),
        ("Young and dynamic team member", "age"),
        ("Female candidates preferred", "gender"),
        ("Males only", "gender"),
        ("US citizens only", "nationality"),
        ("Must be a German national", "nationality"),
        ("Native English speaker", "native language"),
        ("Mother tongue French", "native language"),
        ("Unmarried, no children", "marital"),
        ("In good physical health", "health"),
        ("Non-smoker", "health"),
        ("Practising Catholic", "religion"),
        ("Attach a recent photograph to your CV", "photo"),
        ("Pleasant appearance", "appearance"),
    ],
)
def test_flagged(text, ground):
    assert ground in protected_note(text)


@pytest.mark.parametrize(
    "text",
    [
        "Experience in health and safety",
        "Care for patients aged 65 and over",
        "Support young people with learning disabilities",
        "Fluent English",
        "Photo editing with Adobe Lightroom",
        "5 years of experience under pressure",
        "Knowledge of women's health",
        "Design of male and female connectors",
        "Single sign-on",
        "Native mobile apps",
        "React Native",
        "Cloud-native services",
        "Manage over 20 people",
        "HIV clinic experience with patients",
        "Business English",
        "Work with local nationals' records office",
        "Physically secure data centres",
        "Age-appropriate teaching methods",
        "Bilingual in Spanish",
        "General ledger and mental health nursing",
    ],
)
def test_left_alone(text):
    assert protected_note(text) == ""


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("Edad entre 20 y 35 años", "age"),
        ("Entre 25 et 35 ans", "age"),
        ("Zwischen 25 und 40 Jahren", "age"),
        ("Single preferred", "marital"),
        ("Estado civil: soltera", "marital"),
        ("Filipino only", "nationality"),
        ("Nacionalidad española", "nationality"),
        ("URGENT HIRING! Female Sales Executive", "gender"),
        ("Buena presencia", "appearance"),
        ("Bewerbung mit Lichtbild", "appearance"),
    ],
)
def test_grounds_in_other_words_and_languages(text, ground):
    assert ground in protected_note(text)


@pytest.mark.parametrize(
    "text", ["De 2 a 5 años de experiencia", "Entre 3 et 5 ans d'expérience", "Zwischen 2 und 5 Jahren Berufserfahrung"]
)
def test_years_of_experience_are_no_age(text):
    assert protected_note(text) == ""


def test_one_part_that_is_protected_does_not_take_the_others_along():
    text = (
        "Requirements: Class A CDL, 1 year of driving, at least 23 years old\n- Fluent English, Arabic is an advantage"
    )
    rows = {row.text: row for row in read_description(text).requirements}
    assert [row.scorable for row in rows.values()] == [True, True, False, True, True]
    assert rows["Fluent English"].must_have
    assert not rows["Arabic is an advantage"].must_have


def test_a_title_that_names_a_gender_is_flagged_and_the_role_named_without():
    reading = read_description(
        "URGENT HIRING! Female Sales Executive (Filipino only) - Dubai\n2-3 years in retail sales"
    )
    assert reading.role_name == "Sales Executive"
    assert any(not row.scorable and "gender" in row.note for row in reading.requirements)
