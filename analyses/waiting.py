"""What waits for a worker that will never come: its process was killed between the row and the queue, or half-way."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.db import transaction

from analyses import pipeline, tasks
from analyses.models import Analysis
from analyses.services import begin_awaited
from resumes.models import Resume
from resumes.tasks import ocr_resume_task, read_resume_task

_LOOKED_AT = ("engine_key", "resume__status")  # thousands may wait: neither results nor texts are read
READERS = {Resume.Status.QUEUED: read_resume_task, Resume.Status.OCR_QUEUED: ocr_resume_task}


@dataclass(frozen=True, slots=True)
class Waiting:
    """Keys of resumes to be read and of analyses to be scored."""

    resumes: list[str]
    analyses: list[str]

    def __len__(self) -> int:
        return len(self.resumes) + len(self.analyses)


def left_waiting(*, since_before: datetime) -> Waiting:
    """What has waited since before a time. Analyses that wait for their resume to be read are that resume's."""
    resumes = Resume.objects.filter(status__in=list(READERS), queued_at__lt=since_before)
    analyses = Analysis.objects.filter(status=Analysis.Status.QUEUED, created_at__lt=since_before)
    return Waiting(
        list(resumes.values_list("pk", flat=True)),
        list(analyses.exclude(resume__status__in=list(READERS)).values_list("pk", flat=True)),
    )


def hand_over_again(*, since_before: datetime) -> Waiting:
    """Give ``left_waiting`` to the workers anew, and fail what a killed one had begun long ago; what was handed over.

    What stands in the queue twice is done once, for a task looks first at what its row says. Two workers may read the
    same resume at the same time, which costs time only; an analysis is claimed by one.
    """
    pipeline.fail_abandoned()
    found = left_waiting(since_before=since_before)
    for row in Resume.objects.filter(pk__in=found.resumes).only("pk", "status"):
        transaction.on_commit(partial(READERS[Resume.Status(row.status)].enqueue, row.pk))
    for analysis in Analysis.objects.filter(pk__in=found.analyses).select_related("resume").only(*_LOOKED_AT):
        if analysis.engine_key or analysis.resume is None:
            transaction.on_commit(partial(tasks.run_analysis.enqueue, analysis.pk))
        else:
            begin_awaited(analysis.resume)  # it was read, and nobody began what waited for that
    return found
