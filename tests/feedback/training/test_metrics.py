"""Measures of a ranking, against values worked out by hand."""

import math

import pytest

from feedback.training.metrics import bootstrap, ndcg, pair_accuracy, spearman, well_rated_first


def test_ndcg_of_the_best_order_is_one_and_of_a_worse_one_less():
    gains = [3.0, 2.0, 0.0]
    assert ndcg([9, 5, 1], gains) == 1.0
    expected = (3 / math.log2(2) + 7 / math.log2(3)) / (7 / math.log2(2) + 3 / math.log2(3))
    assert ndcg([5, 9, 1], gains) == pytest.approx(expected)


def test_ndcg_looks_at_the_first_k_only():
    assert ndcg([6, 5, 4, 3, 2, 1], [0, 0, 0, 0, 0, 4], k=5) == 0.0


def test_a_job_without_a_good_candidate_says_nothing():
    assert ndcg([1, 2], [0, 0]) is None
    assert pair_accuracy([1, 2], [1, 1]) is None
    assert spearman([1, 1], [1, 2]) is None


def test_pair_accuracy_counts_ties_one_half():
    assert pair_accuracy([3, 2, 1], [2, 1, 0]) == 1.0
    assert pair_accuracy([1, 1], [0, 1]) == 0.5
    assert pair_accuracy([1, 2, 3], [2, 1, 0]) == 0.0


def test_spearman_gives_ties_their_mean_rank():
    assert spearman([1, 2, 3, 4], [10, 20, 30, 40]) == pytest.approx(1.0)
    assert spearman([1, 2, 2, 3], [1, 2, 3, 4]) == pytest.approx(0.9486833)


def test_lengths_must_agree():
    with pytest.raises(ValueError, match="2 scores for 1 gains"):
        ndcg([1, 2], [1])


def test_the_bootstrap_is_seeded_and_encloses_the_mean():
    values = [0.1, 0.4, 0.2, 0.3, 0.5]
    first = bootstrap(values, seed=3)
    assert first == bootstrap(values, seed=3)
    assert first.mean == pytest.approx(0.3)
    assert first.low < first.mean < first.high
    assert bootstrap([0.2] * 5).low == bootstrap([0.2] * 5).high == pytest.approx(0.2)
    with pytest.raises(ValueError, match="nothing to resample"):
        bootstrap([])


def test_well_rated_candidates_among_the_first_five():
    gains = [4.0, 0.0, 3.0, 1.0, 0.0, 2.9, 3.5]
    assert well_rated_first([7, 6, 5, 4, 3, 2, 1], gains) == 2
    assert well_rated_first([1, 2, 6, 3, 4, 5, 7], gains) == 2
    assert well_rated_first([7, 1, 6, 2, 3, 4, 5], gains) == 3
    # A job whose candidates nobody rated four stars has nobody to bring to the top.
    assert well_rated_first([2, 1], [2.0, 1.0]) is None
    assert well_rated_first([], []) is None
