"""A verdict is given by held-out jobs, with its interval, and never by the guard's loss."""

from dataclasses import replace

import pytest

from feedback.training import evaluation
from feedback.training.evaluation import FitScale, RatedPair, compare, fit_scale, slices, why_not_better


def pairs(jobs: int, *, similarity_helps: bool) -> list[RatedPair]:
    """Jobs of six candidates whose score without the adapter says nothing about their gain."""
    rows = []
    for job in range(jobs):
        for place in range(6):
            gain = float(place % 5)
            helped = 0.2 + 0.1 * gain if similarity_helps else 0.2 + 0.1 * ((place * 7 + job) % 5)
            without = 50.0 + ((place * 5 + job * 3) % 7)
            rows.append(RatedPair(f"j{job:02}", f"r{place}", gain, without, without, helped, kind=f"kind{job % 2}"))
    return rows


GUARD = {"passed": True, "failed": []}


def test_an_adapter_that_knows_what_is_liked_is_better():
    rows = pairs(12, similarity_helps=True)
    scale = fit_scale(rows)
    report = compare(rows, scale)
    assert report["jobs"] == 12
    assert report["measures"]["ndcg_at_5"]["adapter"] > report["measures"]["ndcg_at_5"]["in_use"]
    assert why_not_better(report, GUARD) == []


def test_one_that_knows_nothing_is_not():
    rows = pairs(12, similarity_helps=False)
    (reason,) = why_not_better(compare(rows, FitScale(0.1, 0.2, 0.6)), GUARD)
    assert "got no better" in reason or "could be chance" in reason


def test_a_gain_that_could_be_chance_is_none():
    measured = {"jobs": 12, "gain_over_in_use": {"mean": 0.05, "low": -0.01, "high": 0.11}}
    (reason,) = why_not_better({"measures": {"ndcg_at_5": measured}}, GUARD)
    assert "+0.050 with a lower bound of -0.010: it could be chance" in reason


def test_nothing_measured_is_no_gain():
    rows = [RatedPair("j", "r", 0.0, 50.0, 50.0, 0.5)]
    (reason,) = why_not_better(compare(rows, FitScale(0.1, 0.2, 0.6)), GUARD)
    assert "nothing could be measured" in reason


def test_a_few_jobs_do_not_move_the_share_and_many_do():
    few, many = pairs(4, similarity_helps=False), pairs(12, similarity_helps=False)
    # Where the score without the adapter is right and the learned fit is chance, the least share is best.
    few, many = ([replace(pair, without=10.0 * pair.gain) for pair in rows] for rows in (few, many))
    assert fit_scale(few).weight == evaluation.USUAL_WEIGHT
    assert fit_scale(many, choose=False).weight == evaluation.USUAL_WEIGHT
    assert fit_scale(many).weight < evaluation.USUAL_WEIGHT


def test_losing_the_guard_loses_the_verdict():
    rows = pairs(12, similarity_helps=True)
    failed = {"passed": False, "failed": ["Plain similarity fell."]}
    assert why_not_better(compare(rows, fit_scale(rows)), failed) == ["Plain similarity fell."]


def test_the_share_scales_everything_else_down():
    scale = FitScale(0.25, 0.0, 1.0)
    pair = RatedPair("j", "r", 1, without=80.0, in_use=80.0, similarity=0.4)
    assert scale.overall(pair) == pytest.approx(0.75 * 80 + 100 * 0.25 * 0.4)


def test_similarities_outside_the_scale_are_its_ends():
    scale = FitScale(0.5, 0.2, 0.6)
    assert [round(scale.score(value), 6) for value in (0.1, 0.4, 0.9)] == [0.0, 0.5, 1.0]


def test_no_validation_pairs_are_refused():
    with pytest.raises(ValueError, match="No validation job"):
        fit_scale([])


def test_slices_tell_kinds_of_job_apart():
    rows = pairs(4, similarity_helps=True)
    assert [(row["kind"], row["jobs"]) for row in slices(rows, fit_scale(rows))] == [("kind0", 2), ("kind1", 2)]


def test_the_order_of_the_rows_does_not_matter():
    rows = pairs(6, similarity_helps=True)
    scale = fit_scale(rows)
    assert evaluation.fit_scale(rows[::-1]) == scale
    assert compare(rows[::-1], scale) == compare(rows, scale)
