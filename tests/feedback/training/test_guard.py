"""An adapter that heeds who the candidate is, or forgets what words mean, fails its guard."""

import pytest

from analyses import pipeline
from analyses.engine import judge as engine
from analyses.engine.fit import job_fit_text
from analyses.engine.inputs import EngineContext, LearnedFit
from analyses.pairs import remembering
from analyses.pipeline import Judge
from feedback.training import guard
from vectors.embedders import OnnxEmbedder

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def embedder():
    return OnnxEmbedder()


@pytest.fixture
def judge(embedder):
    context = EngineContext("base", "0" * 64, "base+run-1", 384, LearnedFit(0.5, 0.0, 1.0))
    return Judge(context, remembering(embedder), remembering(embedder))


def test_an_adapter_that_sees_masked_texts_passes(embedder, judge, monkeypatch):
    monkeypatch.setattr(guard, "BLIND_PAIRS", 9)
    report = guard.check(embedder.encode, embedder.encode, judge)
    assert report["passed"]
    assert report["blindness"] == {"pairs": 9, "largest_change": 0.0, "pairs_changed": 0}
    assert report["plain_similarity_base"] == report["plain_similarity_adapter"] > 0.8


def test_an_adapter_that_is_shown_the_name_fails(embedder, judge, monkeypatch):
    monkeypatch.setattr(guard, "BLIND_PAIRS", 9)
    for module in (engine, pipeline):
        monkeypatch.setattr(module, "fit_texts", lambda r: (job_fit_text(r.job), r.resume.text[:1400]))
    report = guard.check(embedder.encode, embedder.encode, judge)
    assert not report["passed"]
    assert report["blindness"]["pairs_changed"] > 0
    assert "Who the candidate is changed the score" in report["failed"][0]


def test_a_model_that_forgot_what_words_mean_fails(embedder, judge, monkeypatch):
    monkeypatch.setattr(guard, "BLIND_PAIRS", 3)
    report = guard.check(embedder.encode, lambda texts: embedder.encode([text[:4] for text in texts]), judge)
    assert not report["passed"]
    assert "Plain similarity fell" in report["failed"][0]
