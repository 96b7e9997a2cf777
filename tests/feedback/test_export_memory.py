"""An export holds a few rows at a time: its memory does not grow with the number of rows."""

import tracemalloc
from datetime import timedelta

import pytest
from django.utils import timezone

from feedback.models import Feedback
from feedback.snapshots.build import create_snapshot
from tests.feedback.conftest import make_job, make_resume
from tests.feedback.snapshot_data import place

pytestmark = pytest.mark.django_db
FORMATS = ["jsonl", "csv", "sft", "dpo", "kto", "pairs", "triplets", "parquet"]


def add_rows(start, end):
    now = timezone.now()
    Feedback.objects.bulk_create(
        Feedback(
            feedback_id=f"{number:012x}",
            interaction_id=f"i-{number}",
            kind=("answer", "fit")[number % 2],
            query=f"What was project {number}?",
            response=f"Project {number} was led by Ada Example. " * 8,
            ideal_response="Others led it." if number % 3 else "",
            rating=1 + number % 5,
            job_id=f"{number % 4:08x}",
            resume_id=f"resume_{number % 10:012x}",
            created_at=now - timedelta(seconds=number),
        )
        for number in range(start, end)
    )


def peak_of_an_export(alice):
    tracemalloc.start()
    try:
        snapshot, _ = create_snapshot(by=alice, formats=FORMATS)
        return snapshot.counts["records"], tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_four_times_the_rows_take_the_same_memory(alice, settings, tmp_path):
    settings.SNAPSHOT_ROOT = tmp_path / "snapshots"
    for number in range(4):
        make_job(f"{number:08x}")
    for number in range(10):
        make_resume(f"resume_{number:012x}", f"Ada Example\nLine {number}\n" + "Python since 2015. " * 40)
    place({f"{number:08x}": "train" for number in range(4)}, {f"resume_{n:012x}": "train" for n in range(10)})
    add_rows(0, 10)
    peak_of_an_export(alice)  # what is loaded once is loaded
    add_rows(10, 1500)
    few, small = peak_of_an_export(alice)
    add_rows(1500, 6000)
    many, large = peak_of_an_export(alice)
    assert (few, many) == (1500, 6000)
    assert large < 1.25 * small
