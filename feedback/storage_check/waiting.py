"""Looks for resumes and analyses that wait for a worker and are in no worker's hands."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone

from analyses.waiting import hand_over_again, left_waiting
from feedback.storage_check.findings import Finding

# Longer than a busy queue makes anything wait; with --repair what waits is handed over once more, which harms nothing.
LONG = timedelta(minutes=10)


def check_waiting(*, repair: bool) -> Iterator[Finding]:
    """What has waited for too long, as one finding; ``repair`` hands it to the workers again."""
    before = timezone.now() - LONG
    found = hand_over_again(since_before=before) if repair else left_waiting(since_before=before)
    if not len(found):
        return
    told = f"{len(found.resumes)} resumes, {len(found.analyses)} analyses"
    advice = "They wait for a worker. Is one running? If they were cut off, run check_storage --repair."
    yield Finding("work", "left_waiting", told, advice, repaired=repair)
