import pytest

from jobs.reading import protected_note


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
