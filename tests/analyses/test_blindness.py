import pytest

from tests.analyses.builders import job, result_of, resume

BODY = """

SUMMARY
{pronoun} builds Python services and {pronoun} leads a team. {first} is known for calm.

EXPERIENCE
Backend Engineer, Example Ltd, 2019 - 2023
Built payment services in Python and Flask for web shops.
"""
JOB = job(
    {"text": "Python", "kind": "skill", "skills": ("python",), "must_have": True},
    {"text": "Julia", "kind": "skill", "skills": ("julia",)},
    {"text": "Builds payment services and leads a team", "kind": "responsibility"},
)


def scored(name, email, phone, pronoun="She", extra=""):
    header = f"{name}\n{email} | {phone}\n12 Long Street, 12345 Springfield\n{extra}"
    text = header + BODY.format(pronoun=pronoun, first=name.split()[0])
    address = text.index("12 Long")
    profile = {
        "basics": {"name": name, "email": email, "phone": phone},
        "work": [{"position": "Backend Engineer", "startDate": "2019", "endDate": "2023"}],
        "personal_spans": [[0, len(name), "name"], [address, address + 33, "address"]],
    }
    return result_of(JOB, resume(text, profile, candidate_name=name))


def test_a_name_that_is_a_skill_earns_nothing():
    rows = {row["id"]: row for row in scored("Julia Julia", "j@example.org", "+1 555 010 0199")["requirements"]}
    assert rows["r2"]["status"] == "not_met"


def without_words(part):
    """A component without where its quotes stand: a longer name moves them."""
    nearness = [(item["similarity"], item["shows"], item["asked"]) for item in part["evidence"]]
    return {**part, "evidence": nearness}


@pytest.mark.parametrize(
    ("name", "email", "phone", "pronoun", "extra"),
    [
        ("Lakisha Washington", "lakisha.w@example.com", "+1 555 010 0123", "She", ""),
        ("Nguyễn Thị Minh Khai Phương", "n@example.vn", "(028) 5550 1234", "They", ""),
        ("Greg O'Brien-Walsh", "greg@longer.example.co.uk", "020 7946 0000", "He", "Date of birth: 12 March 1961\n"),
        ("Julia Python", "julia@example.org", "555-0100-123", "He", "Age: 61\nMarital status: married\n(he/him)\n"),
        ("Ada Example", "a@example.org", "+49 30 5550100", "She", "linkedin.com/in/ada\nhttps://ada.example.org/python\n"),
    ],
)  # fmt: skip
def test_who_the_candidate_is_changes_nothing(name, email, phone, pronoun, extra):
    base = scored("Ann Lee", "ann@example.org", "+1 555 010 0199")
    other = scored(name, email, phone, pronoun, extra)
    assert other["overall_score"] == base["overall_score"]
    assert [r["score"] for r in other["requirements"]] == [r["score"] for r in base["requirements"]]
    assert [without_words(part) for part in other["components"]] == [without_words(part) for part in base["components"]]
