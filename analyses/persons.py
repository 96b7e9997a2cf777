"""One person, several files in one job's list: which analysis is of the newest file, and how many there are."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from analyses.models import Analysis
from analyses.ranking import ranking
from jobs.models import Job


@dataclass(frozen=True, slots=True)
class Files:
    """``newest`` is the analysis of the newest of this person's ``count`` files in the list."""

    newest: str
    count: int


def files_of(*, job: Job, analysis_ids: Sequence[str]) -> dict[str, Files]:
    """By analysis, for those of persons who are in the job's list with several files; in one query."""
    persons = Analysis.objects.filter(pk__in=list(analysis_ids), resume__person__isnull=False).order_by()
    found: dict[int, list[str]] = defaultdict(list)
    rows = ranking(job=job).filter(resume__person__in=persons.values("resume__person"))
    in_time = rows.order_by("resume__uploaded_at", "resume_id").values_list("resume__person_id", "pk")
    for person, key in in_time:
        found[person].append(key)
    return {key: Files(keys[-1], len(keys)) for keys in found.values() if len(keys) > 1 for key in keys}
