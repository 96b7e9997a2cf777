"""Names in capitals are shown in normal case; the text of the resume stays as it was written."""

import pytest

from resumes.naming import shown_name
from resumes.services import add_resume
from tests.analyses.conftest import Upload


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("TOM BECKER", "Tom Becker"),
        ("RONALD MCDONALD", "Ronald McDonald"),
        ("RONALD McDONALD", "Ronald McDonald"),
        ("ANGUS MacLEOD", "Angus MacLeod"),
        ("MARY MACKENZIE", "Mary Mackenzie"),
        ("SINÉAD O'NEILL", "Sinéad O'Neill"),
        ("SINÉAD O’NEILL", "Sinéad O’Neill"),
        ("JUAN DE LA CRUZ", "Juan de la Cruz"),
        ("LUDWIG VAN BEETHOVEN", "Ludwig van Beethoven"),
        ("ANNE-MARIE SMITH-JONES", "Anne-Marie Smith-Jones"),
        ("J.R. SMITH III", "J.R. Smith III"),
        ("ÉLOÏSE LEFÈVRE", "Éloïse Lefèvre"),
        ("JANE DOE, RN", "Jane Doe, RN"),
        ("JUAN D'ANGELO", "Juan D'Angelo"),
    ],
)
def test_capitals_are_put_in_normal_case(written, shown):
    assert shown_name(written) == shown


@pytest.mark.parametrize(
    "name", ["Tom Becker", "bell hooks", "Ian McKellen", "CHER", "王小明", "Tom BECKER", "van der Berg", ""]
)
def test_a_name_that_is_not_all_capitals_is_left_alone(name):
    assert shown_name(name) == name


def test_the_stored_text_keeps_its_capitals(recruiter):
    lines = ["TOM BECKER", "tom@example.org", "Experience", "Cook, Inn Ltd, 2019 - 2021", "Cooked for 40 guests."]
    resume = add_resume(file=Upload(lines), filename="tom.pdf", by=recruiter).resume
    assert resume.candidate_name == "Tom Becker"
    assert "TOM BECKER" in resume.text
