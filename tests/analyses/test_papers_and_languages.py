"""Certificates, licences and languages: each that is asked for counts, and its own line is quoted."""

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
    assert (row["status"], row["ask"]) == ("no_data", "Valid driver's license?")


def test_good_german_does_not_make_up_for_poor_english():
    row = finding("Very good German and English", "language", level="professional")
    assert row["status"] == "partial"
    assert "English: intermediate (less than asked)" in row["reason"]


def test_a_dish_is_no_language():
    assert finding("Fluent French", "language", level="fluent")["status"] == "no_data"
