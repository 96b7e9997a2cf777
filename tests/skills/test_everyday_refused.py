"""Names that count in any case, but not where the words around say that something else is meant."""

import pytest

import skills


def names(text):
    return [mention.name for mention in skills.find_skills(text)]


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Case management system (Proclaim or similar)", "Social work"),
        ("Machinery Directive / CE marking", "Student assessment"),
        ("Query our warehouse with SQL", "Warehouse management"),
        ("Keep children safe", "SAFe"),
        ("Setting out clear goals for the team", "Setting out"),
        ("Eliminated redundancies in the code base", "Redundancy and consultation"),
        ("A fan of the Los Angeles Rams", "RAMS"),
    ],
)
def test_the_words_around_rule_it_out(text, absent):
    assert absent not in names(text)


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("Provided case management for thirty families", "Social work"),
        ("Lesson planning and marking", "Student assessment"),
        ("Warehouse experience", "Warehouse management"),
        ("Scaled with SAFe", "SAFe"),
        ("Setting out and levelling on site", "Setting out"),
        ("Led redundancies at two plants", "Redundancy and consultation"),
    ],
)
def test_elsewhere_it_counts(text, present):
    assert present in names(text)


@pytest.mark.parametrize(
    "text",
    ["NHS ward with NEWS2", "EICR", "TUPE", "18th Edition", "JCT contracts", "Key Stage 2", "mise en place", "RTITB",
     "MCIPD", "SMSTS", "tracheostomy care", "setting out", "probate", "patch management"],
)  # fmt: skip
def test_everyday_skills_of_many_trades_are_known(text):
    assert names(text)
