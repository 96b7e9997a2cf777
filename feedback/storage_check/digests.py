"""Looks for resumes that were read but cannot be found by meaning or by skill."""

from collections.abc import Iterator

from analyses.matches import refresh_digests, stale_digests
from feedback.storage_check.findings import Finding


def check_digests(*, repair: bool) -> Iterator[Finding]:
    """Resumes without a digest of the judge in use, as one finding; ``repair`` makes them."""
    stale = stale_digests()
    if not stale:
        return
    advice = "Search by meaning and skill does not know them as they are now. Run check_storage --repair."
    finding = Finding("digests", "stale_digest", f"{len(stale)} resumes", advice)
    if repair:
        refresh_digests()
        finding.repaired = True
    yield finding
