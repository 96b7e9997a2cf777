"""The overview tells how much there is to learn from, since when, and why the rest teaches nothing."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from feedback.models import Feedback, TrainingRun
from feedback.services import submit_feedback
from feedback.training.overview import training_overview
from resumes.models import Person, Resume
from tests.feedback.conftest import body, make_analysis, make_job, make_resume
from tests.feedback.snapshot_data import place, world
from vectors.models import EmbeddingModel

pytestmark = pytest.mark.django_db


def test_every_row_is_either_usable_or_left_out_for_a_reason(alice):
    world(alice, jobs=3, resumes=3)
    submit_feedback(by=alice, **body("lonely", kind="answer"))
    unread = make_resume("resume_00000000dead")
    analysis = make_analysis(make_job("0000beef"), unread, "beefbeefbeef")
    submit_feedback(by=alice, **body("unread", kind="fit", analysis_id=analysis.pk))
    Resume.objects.filter(pk=unread.pk).update(status="unreadable", error_code="no_text", error="No text")
    place({"00000000": "train", "00000001": "test"}, {"resume_000000000000": "train", "resume_000000000001": "test"})

    seen = training_overview()
    left_out = {row.reason: row.count for row in seen.left_out}
    assert seen.total == Feedback.objects.current().count() == 20
    assert left_out == {"about_words": 10, "unreadable": 1, "mixed_parts": 1}
    assert seen.usable == 8 == seen.pairs
    assert seen.by_part == {"train": 1, "validation": 0, "test": 2, "undrawn": 5}
    assert (seen.jobs, seen.candidates, seen.held_out_jobs) == (3, 3, 1)
    assert "8 pairs" in seen.obstacle
    assert all(row.label for row in seen.left_out)


def test_a_held_out_row_of_a_person_in_two_parts_is_no_use(alice):
    world(alice, jobs=1, resumes=2)
    place(resumes={"resume_000000000000": "train", "resume_000000000001": "test"})
    assert training_overview().usable == 2
    person = Person.objects.create()
    Resume.objects.update(person=person)
    seen = training_overview()
    assert {row.reason: row.count for row in seen.left_out} == {"about_words": 2, "person_in_two_parts": 2}
    assert seen.usable == 0


def test_growth_has_no_hole_and_adds_up(alice):
    world(alice, jobs=2, resumes=2)
    first = Feedback.objects.filter(kind="fit").earliest("pk")
    Feedback.objects.exclude(pk=first.pk).update(created_at=datetime(2026, 1, 22, 12, tzinfo=UTC))
    Feedback.objects.filter(pk=first.pk).update(created_at=datetime(2026, 1, 1, 12, tzinfo=UTC))
    growth = training_overview().growth
    assert [row.week for row in growth] == [date(2025, 12, 29), date(2026, 1, 5), date(2026, 1, 12), date(2026, 1, 19)]
    assert [(row.added, row.total) for row in growth] == [(1, 1), (0, 1), (0, 1), (7, 8)]
    assert [(row.usable_added, row.usable_total) for row in growth] == [(1, 1), (0, 1), (0, 1), (3, 4)]


def test_adapters_come_with_gain_and_interval(db):
    assert training_overview().adapters == []
    model = EmbeddingModel.objects.create(key="base+run-1", dimension=3, is_active=True)
    measure = {
        "jobs": 12,
        "in_use": 0.6,
        "adapter": 0.8,
        "gain_over_in_use": {"mean": 0.2, "low": 0.1, "high": 0.3},
    }
    done = {"status": "done", "finished_at": timezone.now(), "adapter_sha256": "a" * 64, "task": "embed"}
    figures = {"measures": {"ndcg_at_5": measure}}
    TrainingRun.objects.create(**done, verdict="candidate", evaluation=figures, embedding_model=model)
    TrainingRun.objects.create(**done)
    (row,) = training_overview().adapters
    assert (row.in_use_now, row.jobs, row.gain, row.low, row.high) == (True, 12, 0.2, 0.1, 0.3)


def test_nothing_at_all_is_said_so(db):
    seen = training_overview()
    assert (seen.total, seen.usable, seen.growth, seen.left_out) == (0, 0, [], [])
    assert "100 are needed" in seen.obstacle
