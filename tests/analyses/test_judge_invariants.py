import json
from dataclasses import replace

import pytest

from tests.analyses.builders import job, result_of, resume

TEXT = """Ada Example
ada@example.org | +1 555 010 0199

EXPERIENCE
Backend Engineer, Example Ltd, 2019 - 2023
Built payment services in Python and Flask for web shops.
Tuned PostgreSQL queries for reporting.
I have limited exposure to Kubernetes.

EDUCATION
Bachelor of Science in Computer Science, Example University, 2018
"""
PROFILE = {
    "basics": {"name": "Ada Example", "email": "ada@example.org"},
    "work": [
        {"name": "Example Ltd", "position": "Backend Engineer", "startDate": "2019", "endDate": "2023",
         "start": TEXT.index("Backend"), "end": TEXT.index("EDUCATION")}
    ],
    "education": [
        {"studyType": "Bachelor of Science", "area": "Computer Science", "level": "bachelor",
         "start": TEXT.index("Bachelor"), "end": len(TEXT)}
    ],
    "sections": [],
    "personal_spans": [[0, 11, "name"]],
}  # fmt: skip
JOB = job(
    {"text": "Python", "kind": "skill", "skills": ("python",), "must_have": True},
    {"text": "Django", "kind": "skill", "skills": ("django",)},
    {"text": "Kubernetes", "kind": "skill", "skills": ("kubernetes",), "must_have": True},
    {"text": "3+ years of professional experience", "kind": "experience", "years": 3, "must_have": True},
    {"text": "Bachelor's degree in Computer Science", "kind": "education", "level": "bachelor"},
    {"text": "Tune PostgreSQL queries", "kind": "responsibility", "skills": ("postgresql",)},
    {"text": "Must be authorized to work in the US", "kind": "authorisation", "must_have": True},
    {"text": "Young and dynamic", "kind": "other", "scorable": False, "note": "Stands for age."},
    role_name="Backend Engineer",
)


def by_id(result):
    return {row["id"]: row for row in result["requirements"]}


def test_every_quote_is_verbatim_and_at_most_three():
    rows = result_of(JOB, resume(TEXT, PROFILE))["requirements"]
    assert any(row["evidence"] for row in rows)
    for row in rows:
        assert len(row["evidence"]) <= 3
        for item in row["evidence"]:
            assert item["quote"] == TEXT[item["start"] : item["end"]] != ""


def test_contributions_add_up_to_the_score():
    result = result_of(JOB, resume(TEXT, PROFILE))
    total = sum(row["contribution"] for row in (*result["requirements"], *result["components"]))
    assert 0 < result["overall_score"] <= 100
    assert abs(total - result["overall_score"]) <= 0.01


def test_the_same_input_gives_the_same_bytes():
    first, second = (json.dumps(result_of(JOB, resume(TEXT, PROFILE))) for _ in range(2))
    assert first == second


def test_each_kind_is_matched_by_what_fits_it():
    rows = by_id(result_of(JOB, resume(TEXT, PROFILE)))
    assert {key: row["status"] for key, row in rows.items()} == {
        "r1": "met", "r2": "partial", "r3": "partial", "r4": "met", "r5": "met", "r6": "met", "r7": "no_data",
        "r8": "not_scored",
    }  # fmt: skip
    assert "both are web frameworks" in rows["r2"]["reason"]
    assert rows["r2"]["score"] == 0.5
    assert "hardly used" in rows["r3"]["reason"]
    assert "5 years" in rows["r4"]["reason"]
    assert rows["r7"]["contribution"] == 0
    assert rows["r7"]["weight_applied"] > 0
    assert rows["r7"]["ask"]
    assert rows["r8"]["weight_applied"] == 0


def test_a_skill_that_is_not_found_is_not_met_and_a_missing_must_have_allows_maybe_at_most():
    wanted = job(
        {"text": "Julia", "kind": "skill", "skills": ("julia",), "must_have": True, "weight": 0.01},
        {"text": "Python", "kind": "skill", "skills": ("python",), "must_have": True},
    )
    result = result_of(wanted, resume("Wrote Python services for Python teams.\n" + wanted.requirements[1].text))
    assert by_id(result)["r1"]["status"] == "not_met"
    assert not result["hiring_recommendation"].startswith("YES")
    assert "Julia" in result["hiring_recommendation"]
    assert result["missing_critical_skills"] == ["Julia"]


def test_must_haves_carry_most_of_the_weight_of_the_requirements():
    nice = [{"text": f"Nice thing number {i}", "kind": "other"} for i in range(12)]
    result = result_of(
        job({"text": "Python", "kind": "skill", "skills": ("python",), "must_have": True}, *nice), resume(TEXT)
    )
    weights = {row["id"]: row["weight_applied"] for row in result["requirements"]}
    assert weights["r1"] >= 0.24 * sum(weights.values())


def test_sentences_are_tied_to_requirements():
    result = result_of(JOB, resume(TEXT, PROFILE))
    ids = {row["id"] for row in result["requirements"]}
    for kind in ("strengths", "weaknesses"):
        assert [s["text"] for s in result["statements"][kind]] == result[kind] != []
        assert all(s["requirement_ids"] and set(s["requirement_ids"]) <= ids for s in result["statements"][kind])
    assert result["executive_summary"].startswith("Meets 4 of 7 requirements and 2 in part; of 4 must-haves, 2 met")


def test_components_say_why_and_quote_the_lines_they_rest_on():
    posting = "Senior Backend Engineer wanted.\nYou build payment services in Python for web shops every day."
    given = TEXT.replace("Backend Engineer", "Senior Backend Engineer", 1)
    work: dict[str, object] = {"position": "Senior Backend Engineer", "startDate": "2019", "endDate": "2023"}
    work |= {"name": "Example Ltd", "start": given.index("Senior"), "end": given.index("EDUCATION")}
    profile = {**PROFILE, "work": [work]}
    wanted = replace(JOB, description=posting, role_name="Senior Backend Engineer")
    parts = {part["key"]: part for part in result_of(wanted, resume(given, profile))["components"]}
    assert set(parts) == {"profile_similarity", "stated_limits", "seniority", "occupation"}
    for part in parts.values():
        assert part["reason"]
        assert 1 <= len(part["evidence"]) <= 3
        for item in part["evidence"]:
            assert item["quote"] == given[item["start"] : item["end"]] != ""
    nearest = parts["profile_similarity"]["evidence"][0]
    assert nearest["quote"].startswith("Built payment services")
    assert nearest["asked"] in posting
    assert "Kubernetes" in parts["stated_limits"]["evidence"][0]["quote"]
    assert parts["seniority"]["evidence"][0]["quote"].startswith("Senior Backend Engineer")
    assert parts["seniority"]["evidence"][0]["asked"] is None


def test_a_profile_that_is_far_from_the_posting_quotes_nothing_for_it():
    wanted = replace(JOB, description="Nurses patients through nights on wards.", role_name="Night nurse")
    parts = {part["key"]: part for part in result_of(wanted, resume(TEXT, PROFILE))["components"]}
    assert parts["profile_similarity"]["evidence"] == []
    assert "near in meaning" in parts["profile_similarity"]["reason"]


@pytest.mark.parametrize(("needed", "wished"), [(2, 4), (3, 6), (4, 2), (5, 10)])
def test_must_haves_weigh_more_than_the_profile_as_a_whole(needed, wished):
    must = [{"text": f"Need {n}", "must_have": True} for n in range(needed)]
    result = result_of(job(*must, *({"text": f"Wish {n}"} for n in range(wished))), resume(TEXT, PROFILE))
    asked = sum(row["weight_applied"] for row in result["requirements"] if row["must_have"])
    (profile,) = (part["weight"] for part in result["components"] if part["key"] == "profile_similarity")
    assert asked > profile


def test_bare_lists_share_no_words_with_a_posting():
    posting = "Build payment services in Python, Django and Flask for web shops."
    rows = [
        result_of(job({"text": "Build services"}, description=posting), resume(text))
        for text in ("Built payment services for web shops.", "Python, Django, Flask, Python, Django, Flask")
    ]
    told = [next(p["reason"] for p in row["components"] if p["key"] == "profile_similarity") for row in rows]
    assert "4 words that say what the work is stand in both" in told[0]
    assert "No word that says what the work is" in told[1]
