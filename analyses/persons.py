"""One person, several files in one job's list: which analysis is of the newest file, and how many there are."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from analyses.models import Analysis
from analyses.ranking import ranking
from jobs.models import Job

BY_PERSON = ("resume__person_id", "resume__uploaded_at", "resume_id")


@dataclass(frozen=True, slots=True)
class Files:
    """``newest`` is the analysis of the newest of this person's ``count`` files in the list."""

    newest: str
    count: int


def files_of(*, job: Job, analysis_ids: Sequence[str]) -> dict[str, Files]:
    """By analysis, for those of persons who are in the job's list with several files; in one query."""
    persons = Analysis.objects.filter(pk__in=list(analysis_ids), resume__person__isnull=False).order_by()
    rows = ranking(job=job).filter(resume__person__in=persons.values("resume__person"))
    return told_apart(rows.values_list("pk", *BY_PERSON))


def told_apart(rows: Iterable[tuple[Any, ...]]) -> dict[str, Files]:
    """``files_of`` from rows that were read already: each the id of an analysis and its values of ``BY_PERSON``."""
    found: dict[int, list[str]] = defaultdict(list)
    for key, person, _, _ in sorted((row for row in rows if row[1] is not None), key=lambda row: row[2:]):
        found[person].append(key)
    return {key: Files(keys[-1], len(keys)) for keys in found.values() if len(keys) > 1 for key in keys}
