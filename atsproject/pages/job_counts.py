"""Numbers about jobs: of the rows of a list, and of what goes with a job that is deleted."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count

from analyses.models import Analysis, Decision, IntakeItem, Question
from feedback.models import Feedback
from jobs.models import Job


@dataclass(slots=True)
class JobCounts:
    """Candidates of a job, and how many of them stand where."""

    candidates: int = 0
    by_decision: dict[str, int] = field(default_factory=dict)

    @property
    def undecided(self) -> int:
        """Candidates on whom nobody has said a word."""
        return self.candidates - sum(self.by_decision.values())

    @property
    def shortlisted(self) -> int:
        """Candidates whose newest decision is the shortlist."""
        return self.by_decision.get(Decision.Choice.SHORTLISTED.value, 0)


def counts_of(jobs: Iterable[Job]) -> dict[str, JobCounts]:
    """Counts by job id, in two queries however many jobs there are."""
    keys = [job.pk for job in jobs]
    done = Analysis.objects.filter(job__in=keys, status=Analysis.Status.DONE).order_by()
    found = {key: JobCounts() for key in keys}
    for key, number in done.values_list("job").annotate(n=Count("resume", distinct=True)):
        found[key].candidates = number
    said = Decision.objects.filter(analysis__job__in=keys, analysis__status=Analysis.Status.DONE)
    newest = said.order_by("decided_at", "id").values_list("analysis__job", "analysis__resume", "decision")
    for (key, _), decision in {(key, resume): decision for key, resume, decision in newest}.items():
        numbers = found[key].by_decision
        numbers[decision] = numbers.get(decision, 0) + 1
    return found


def taken_along(job: Job) -> list[tuple[int, str]]:
    """What deleting the job takes with it: how many, and of what; kinds of which there are none are left out."""
    counted = (
        (job.requirements.count(), "requirement", "requirements"),
        (job.versions.count(), "version of its requirements", "versions of its requirements"),
        (Analysis.objects.filter(job=job).count(), "analysis", "analyses"),
        (
            Question.objects.filter(analysis__job=job).count(),
            "question with its answer",
            "questions with their answers",
        ),
        (Decision.objects.filter(analysis__job=job).count(), "decision", "decisions"),
        (Feedback.objects.filter(job=job).count(), "feedback entry", "feedback entries"),
        (IntakeItem.objects.filter(job=job).count(), "upload record", "upload records"),
    )
    return [(number, one if number == 1 else many) for number, one, many in counted if number]
