"""The synthetic world is the same for the same seed, and its recruiters want what no posting says."""

import random

from feedback.loop.chart import chart_svg
from feedback.loop.run import ranking_ndcg
from feedback.loop.world import WorldSize, candidates, make_world, rating, relevance

SIZE = WorldSize(rated_jobs=12, unseen_jobs=4, resumes=48, unseen_resumes=24)


def test_a_seed_is_a_world():
    assert make_world(1, SIZE) == make_world(1, SIZE)
    assert make_world(1, SIZE) != make_world(2, SIZE)


def test_nobody_is_relevant_to_another_occupation():
    world = make_world(1, SIZE)
    job = world.unseen[0]
    assert all(relevance(job, r) == 0 for r in world.unseen_resumes if r.family != job.family)
    wanted = [relevance(job, r) for r in (*world.resumes, *world.unseen_resumes) if r.family == job.family]
    assert max(wanted) >= 3


def test_what_recruiters_look_for_is_not_in_the_posting():
    world = make_world(1, SIZE)
    for job in world.rated:
        for resume in world.resumes:
            said = [line for line in resume.lines if len(line) > 30 and line in job.description]
            assert not said


def test_ratings_are_opinions_but_for_the_noise():
    world = make_world(1, SIZE)
    job, chance = world.rated[0], random.Random(5)
    applied = candidates(job, world.resumes, chance)
    assert all(rating(job, r, chance, noise=0.0) == 1 + relevance(job, r) for r in applied)
    noisy = sum(rating(job, applied[0], chance, noise=0.15) != 1 + relevance(job, applied[0]) for _ in range(2000))
    assert 0.15 * 0.6 < noisy / 2000 < 0.15


def test_a_ranking_is_measured_in_the_order_it_was_given():
    relevances = {"a": 4, "b": 0, "c": 2}
    assert ranking_ndcg([("a", 50.0), ("c", 50.0), ("b", 50.0)], relevances) == 1.0
    worst = ranking_ndcg([("b", 50.0), ("c", 50.0), ("a", 50.0)], relevances)
    assert worst is not None
    assert worst < 0.6


def test_the_chart_names_every_job():
    job = {"title": "Nurse", "ndcg_at_5_before": 0.4, "ndcg_at_5_after": 0.8}
    figures = {"ndcg_at_5_before": 0.4, "ndcg_at_5_after": 0.8, "gain": 0.4, "gain_low": 0.3, "gain_high": 0.5}
    assert "Nurse" in chart_svg({"jobs": [job], **figures})
