import pytest

from feedback.agreement import agreement
from feedback.services import submit_feedback
from feedback.statistics import disagreements, reviewer_agreement
from tests.feedback.conftest import body, make_user


def test_nothing_rated_twice():
    assert agreement([[5], [], [3]]).as_json()["krippendorff_alpha"] is None


def test_alpha_of_a_published_example():
    # Krippendorff (2011), section E: reliability data of observers A and B and others, missing ratings left out.
    table = [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
        [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
    ]
    units = [[rating for row in table if (rating := row[n]) is not None] for n in range(12)]
    assert agreement(units).as_json()["krippendorff_alpha"] == pytest.approx(0.849, abs=0.001)


def test_perfect_and_opposed():
    assert agreement([[1, 1], [5, 5]]).alpha == 1
    opposed = agreement([[1, 5], [5, 1]])
    assert opposed.alpha is not None
    assert opposed.alpha < 0
    assert (opposed.same, opposed.close) == (0, 0)
    assert agreement([[4, 4], [4, 4]]).alpha == 1


@pytest.mark.django_db
def test_two_people_on_one_requirement(alice, analysis):
    bob = make_user("bob", "feedback.add_feedback")
    same = {"analysis_id": analysis.pk, "requirement_id": "r1"}
    submit_feedback(by=alice, **body("i-1", rating=5, **same))
    submit_feedback(by=bob, **body("i-2", rating=2, query="Python, really?", **same))
    submit_feedback(by=alice, **body("i-3", rating=5))
    found = reviewer_agreement()
    assert (found.units, found.pairs, found.same) == (1, 1, 0)
    (row,) = disagreements()
    assert (row["lowest"], row["highest"], row["ratings"], row["reviewers"]) == (2, 5, [2, 5], 2)
    assert (row["query"], row["analysis_id"]) == ("Python, really?", analysis.pk)


@pytest.mark.django_db
def test_the_feedback_page_shows_how_far_reviewers_agree(alice, analysis, page_as):
    for number, rating in enumerate((5, 5, 2)):
        about = {"analysis_id": analysis.pk, "requirement_id": "r1", "query": "Knows Python?"}
        by = make_user(f"reviewer{number}", "feedback.add_feedback")
        submit_feedback(by=by, **body(f"i-{number}", rating=rating, **about))
    assert "/feedback/agreement/" in page_as(alice).get("/feedback/").content.decode()
    page = page_as(alice).get("/feedback/agreement/").content.decode()
    assert "alpha 0.00" in page or "alpha -0.00" in page
    assert "33 % of the pairs of ratings are the same and 33 % at most one star apart" in page
    assert "Knows Python?</a>: 2, 5, 5 stars from 3 people" in page
