"""Certificates, licences and languages: each that is asked for counts, and its own line is quoted."""

import pytest

from analyses.pairs import job_from_text, resume_from_text, unstored_judge
from analyses.pipeline import score
from tests.analyses.builders import job, result_of, resume

TEXT = """Ada Example

EXPERIENCE
Backend Engineer
Example Ltd, 2019 - 2023
Prepared French sauces for the summer party of the team.

CERTIFICATIONS
Registration: HCPC PH112233
New Jersey State Bar, 2018

LANGUAGES
German (native), English (B1)
"""
WORK = TEXT.index("Backend")
PROFILE = {
    "work": [{"name": "Example Ltd", "position": "Backend Engineer", "startDate": "2019", "endDate": "2023",
              "start": WORK, "end": TEXT.index("CERT")}],
    "sections": [{"kind": kind, "heading": kind.upper(), "start": TEXT.index(kind.upper()), "end": end}
                 for kind, end in (("certifications", TEXT.index("LANGUAGES")), ("languages", len(TEXT)))],
}  # fmt: skip


def finding(text, kind, **fields):
    return result_of(job({"text": text, "kind": kind, **fields}), resume(TEXT, PROFILE))["requirements"][0]


def test_a_registration_is_found_however_it_is_written():
    row = finding("HCPC registration", "certification")
    assert (row["status"], row["evidence"][0]["quote"]) == ("met", "Registration: HCPC PH112233")


def test_the_bar_of_another_state_is_not_the_one_asked_for():
    assert finding("Admission to the New York State Bar", "certification")["status"] != "met"
    assert finding("Admission to the New Jersey State Bar", "certification")["status"] == "met"


def test_a_driving_licence_that_is_not_named_is_asked_about():
    row = finding("Valid driver's license", "certification", must_have=True)
    assert (row["status"], row["ask"]) == ("no_data", "Does the candidate have this: valid driver's license?")


def test_good_german_does_not_make_up_for_poor_english():
    row = finding("Very good German and English", "language", level="professional")
    assert row["status"] == "partial"
    assert "English: intermediate (less than asked)" in row["reason"]


def test_a_dish_is_no_language():
    assert finding("Fluent French", "language", level="fluent")["status"] == "no_data"


def whole(resume_text, posting):
    """Findings of real texts, by the words of the requirement."""
    result = score(job_from_text(posting), resume_from_text(resume_text), unstored_judge())
    return {row["text"]: row for row in result["requirements"]}


@pytest.mark.django_db
def test_letters_behind_a_name_are_a_paper_and_the_name_is_not_read():
    text = (
        "Ada Example, SHRM-CP\nada@example.org\n\nExperience\nHR Generalist, Example Ltd, 2019 - 2023\n- Kept files\n"
    )
    row = whole(text, "HR Partner\n\nRequirements:\n- SHRM-CP certification\n")["SHRM-CP certification"]
    assert (row["status"], row["evidence"][0]["quote"]) == ("met", "SHRM-CP")


@pytest.mark.django_db
def test_a_tool_in_capitals_is_no_certification_for_it():
    text = "Ada Example\n\nExperience\nEngineer, Example Ltd, 2019 - 2023\n- Runs services on AWS\n"
    assert whole(text, "Engineer\n\nNice to have:\n- AWS certification\n")["AWS certification"]["status"] != "met"


@pytest.mark.django_db
def test_papers_that_include_or_only_begin_what_is_asked():
    text = (
        "Ada Example\n\nExperience\nFitter, Example Ltd, 2019 - 2023\n- Laid cables\n\nCertifications\nOSHA 30\n"
        "Valid state driver license\nCIMA part qualified\n"
    )
    rows = whole(
        text, "Fitter\n\nRequirements:\n- OSHA 10 card\n- Driver's license, clean record\n- CIMA qualification\n"
    )
    assert rows["OSHA 10 card"]["status"] == "met"
    assert rows["Driver's license, clean record"]["status"] == "met"
    assert rows["CIMA qualification"]["status"] == "partial"
    assert "not finished" in rows["CIMA qualification"]["reason"]


@pytest.mark.django_db
def test_german_languages_each_at_the_level_asked_for_it():
    text = "Ada Example\n\nBerufserfahrung\nPlanerin, Beispiel GmbH, 2019\n- Plan\n\nSprachen\nDeutsch, Englisch (B2)\n"
    posting = "Planer (m/w/d)\n\nDein Profil\n- Sehr gute Deutschkenntnisse (C1) und gute Englischkenntnisse\n"
    row = whole(text, posting)["Sehr gute Deutschkenntnisse (C1) und gute Englischkenntnisse"]
    assert row["reason"] == "English: good; German: level not stated."
    assert row["status"] == "met"
