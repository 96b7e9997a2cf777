"""Whom blind mode hides.

A job may demand it. A candidate is then hidden everywhere, also where another job shows the same resume or another
version of it: a name that can be read one click away is not hidden. A decision for the job, on any version, ends it;
the candidate stays hidden while another demanding job has none.
"""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.db.models import Exists, OuterRef, Q

from analyses.models import Analysis, Decision
from resumes.models import Resume


def code_name(resume_id: str | None) -> str:
    """What a hidden candidate is called: the same everywhere."""
    return f"Candidate {str(resume_id or 'unknown')[-5:].upper()}"


def undecided() -> Q:
    """Of analyses: those whose candidate has no decision for their job, on this or another version of the resume."""
    same_job = Decision.objects.filter(analysis__job=OuterRef("job"))
    return Q(
        ~Exists(Decision.objects.filter(analysis=OuterRef("pk"))),
        ~Exists(same_job.filter(analysis__resume=OuterRef("resume"))),
        ~Exists(same_job.filter(analysis__resume__person=OuterRef("resume__person"))),
    )


class Hidden:
    """The resumes of hidden candidates, looked up once on first use.

    With ``everything`` (somebody chose to work blind) every job counts as demanding, and a candidate on whom nobody
    has decided anything is hidden as well. ``demanded`` False: it is known already that no job demands anything.
    """

    def __init__(self, *, everything: bool = False, demanded: bool = True) -> None:
        self.everything = everything
        self.demanded = demanded

    def __contains__(self, resume_id: object) -> bool:
        """Whether the candidate of the resume is hidden."""
        if self.everything:
            return resume_id not in self._shown
        return resume_id in self._demanded

    def hides(self, analysis: Any) -> bool:
        """Whether the candidate of an analysis is hidden.

        One without a resume, as imported records may be, is hidden by its own job alone.
        """
        return self.hides_ids(analysis.resume_id, analysis.pk)

    def hides_ids(self, resume_id: str | None, analysis_id: str | None) -> bool:
        """The same by what a row names."""
        return resume_id in self if resume_id is not None else analysis_id in self._loose

    @cached_property
    def nobody(self) -> bool:
        """Whether nobody at all is hidden: the usual case, and then there is nothing to do."""
        return not (self.everything or self._demanded or self._loose)

    def analyses(self) -> Q:
        """A filter of analyses of hidden candidates."""
        return self.of("resume_id") | Q(pk__in=self._loose)

    def of(self, column: str = "pk") -> Q:
        """A filter of rows whose ``column`` is the resume of a hidden candidate."""
        if self.everything:
            return ~Q(**{f"{column}__in": self._shown})
        return Q(**{f"{column}__in": self._demanded})

    @cached_property
    def _waiting(self) -> list[tuple[str, str | None, int | None]]:
        """Analysis, resume and person of everything that waits for a decision and is hidden till then."""
        if not (self.everything or self.demanded):
            return []
        rows = Analysis.objects.filter(undecided())
        rows = rows if self.everything else rows.filter(job__blind_mode=True)
        return list(rows.order_by().values_list("pk", "resume_id", "resume__person_id"))

    @cached_property
    def _demanded(self) -> frozenset[str]:
        return _with_versions((resume, person) for _, resume, person in self._waiting)

    @cached_property
    def _shown(self) -> frozenset[str]:
        """Resumes of people on whom somebody decided, and for whom no job is left to decide on."""
        decided = Analysis.objects.filter(decisions__isnull=False).order_by()
        return _with_versions(decided.values_list("resume_id", "resume__person_id")) - self._demanded

    @cached_property
    def _loose(self) -> frozenset[str]:
        return frozenset(analysis for analysis, resume, _ in self._waiting if resume is None)


def _with_versions(rows: Iterable[tuple[str | None, int | None]]) -> frozenset[str]:
    """The resumes named (each with its person) and the other resumes of the same people."""
    named = list(rows)
    people = {person for _, person in named if person is not None}
    own = {resume for resume, _ in named if resume is not None}
    if people:
        own |= set(Resume.objects.filter(person__in=people).values_list("pk", flat=True))
    return frozenset(own)


def open_jobs(resume: Resume, *, everything: bool = False) -> list[Any]:
    """The jobs that still wait for a decision on the candidate and so keep them hidden: (job_id, what it is called)."""
    versions = Resume.objects.versions_of(resume).values("pk")
    rows = Analysis.objects.filter(undecided(), resume__in=versions.order_by(), job__isnull=False)
    if not everything:
        rows = rows.filter(job__blind_mode=True)
    return list({row.job_id: row.job for row in rows.light().select_related("job").order_by("job_id")}.values())
