"""A licence in English is a permission; a French one is a degree."""

import pytest

from resumes.parsing.degrees import find_degree


@pytest.mark.parametrize(
    "text",
    [
        "Full clean driving licence",
        "Personal Licence Holder",
        "Forklift licence, 2020",
        "HGV Class 1 Licence",
        "Licence: C+E",
    ],
)
def test_a_permission_is_no_degree(text):
    assert find_degree(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Licence en informatique, Université de Lyon",
        "2015 - 2018 Licence de droit",
        "Licence professionnelle",
        "Licence 3",
    ],
)
def test_a_french_licence_is_a_bachelors_degree(text):
    found = find_degree(text)
    assert found is not None
    assert found.level == "bachelor"
