"""Whom blind mode hides.

A job may demand it. A candidate is then hidden everywhere, also where another job shows the same resume or another
version of it: a name that can be read one click away is not hidden. A decision for the job, on any version, ends it;
the candidate stays hidden while another demanding job has none.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from django.db.models import Exists, OuterRef, Q

from analyses.models import Analysis, Decision
from resumes.models import Resume

LOOKUP = 500  # resumes asked about in one query: SQLite limits the variables of a statement
ONE_BY_ONE = 3  # questions about a single resume that are answered by a query each


def code_name(resume_id: str | None) -> str:
    """What a hidden candidate is called: the same everywhere."""
    return f"Candidate {str(resume_id or 'unknown')[-5:].upper()}"


def undecided() -> Q:
    """Of analyses: those whose candidate has no decision for their job, on this or another version of the resume."""
    same_job = Decision.objects.filter(analysis__job=OuterRef("job"))
    versions = Resume.objects.filter(person=OuterRef(OuterRef("resume__person"))).order_by().values("pk")
    return Q(
        ~Exists(Decision.objects.filter(analysis=OuterRef("pk"))),
        ~Exists(same_job.filter(analysis__resume=OuterRef("resume"))),
        # Most people have one file: they cost no look at everybody else who was decided on for the job.
        Q(resume__person__isnull=True) | ~Exists(same_job.filter(analysis__resume__in=versions)),
    )


class Hidden:
    """The resumes of hidden candidates: asked about a few, or put into a filter; never all of them at once.

    With ``everything`` (somebody chose to work blind) every job counts as demanding, and a candidate on whom nobody
    has decided anything is hidden as well. ``demanded`` False: it is known already that no job demands anything.
    What was looked up holds for the life of the object: one answer or page.
    """

    def __init__(self, *, everything: bool = False, demanded: bool = True) -> None:
        self.everything = everything
        self.demanded = demanded
        self._known: dict[str, bool] = {}
        self._asked_singly = 0

    def __contains__(self, resume_id: object) -> bool:
        """Whether the candidate of the resume is hidden."""
        key = str(resume_id)
        if resume_id is None or self._nobody_can_be:
            return self.everything
        if key not in self._known:
            self._asked_singly += 1
            if self._asked_singly > ONE_BY_ONE:
                return (key in self._all_told_apart) is not self.everything
            self._ask([key])
        return self._known[key]

    def look_up(self, resume_ids: Iterable[str | None]) -> None:
        """Find out about several resumes in one query, before a list asks about each; one alone can wait till then."""
        wanted = [key for key in dict.fromkeys(map(str, filter(None, resume_ids))) if key not in self._known]
        if len(wanted) > 1 and not self._nobody_can_be:
            self._ask(wanted)

    def _ask(self, wanted: Sequence[str]) -> None:
        for start in range(0, len(wanted), LOOKUP):
            part = wanted[start : start + LOOKUP]
            told = set(self._told_apart().filter(pk__in=part).values_list("pk", flat=True))
            self._known |= {key: (key in told) is not self.everything for key in part}

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
        return not self.everything and (self._nobody_can_be or not self._waiting().exists())

    def analyses(self) -> Q:
        """A filter of analyses of hidden candidates."""
        return self.of("resume_id") | Q(pk__in=self._loose)

    def of(self, column: str = "pk") -> Q:
        """A filter of rows whose ``column`` is the resume of a hidden candidate."""
        if self._nobody_can_be:
            return Q(pk__in=[])
        meant = Q(**{f"{column}__in": self._told_apart().order_by().values("pk")})
        return ~meant if self.everything else meant

    @property
    def _nobody_can_be(self) -> bool:
        return not (self.everything or self.demanded)

    def _waiting(self) -> Any:
        """Everything that waits for a decision and is hidden till then."""
        rows = Analysis.objects.filter(undecided()).order_by()
        return rows if self.everything else rows.filter(job__blind_mode=True)

    def _told_apart(self) -> Any:
        """The resumes that are hidden; where everything is, the resumes that are not: of people on whom somebody
        decided, and for whom no job is left to decide on."""
        waits = self._of_them_or_their_versions(self._waiting(), "resume")
        if not self.everything:
            return Resume.objects.filter(waits)
        decided = self._of_them_or_their_versions(Decision.objects.order_by(), "analysis__resume")
        return Resume.objects.filter(decided & ~waits)

    @cached_property
    def _all_told_apart(self) -> frozenset[str]:
        """For whoever goes through a long list one by one: a query for each would take longer."""
        return frozenset(self._told_apart().order_by().values_list("pk", flat=True))

    @staticmethod
    def _of_them_or_their_versions(rows: Any, resume: str) -> Q:
        """Of resumes: those that ``rows`` hold, or another version of them."""
        own = Exists(rows.filter(**{resume: OuterRef("pk")}))
        others = Resume.objects.filter(person=OuterRef(OuterRef("person"))).order_by().values("pk")
        return Q(own) | Q(person__isnull=False) & Q(Exists(rows.filter(**{f"{resume}__in": others})))

    @cached_property
    def _loose(self) -> frozenset[str]:
        """Analyses without a resume that are hidden."""
        if self._nobody_can_be:
            return frozenset()
        return frozenset(self._waiting().filter(resume__isnull=True).values_list("pk", flat=True))


def open_jobs(resume: Resume, *, everything: bool = False) -> list[Any]:
    """The jobs that still wait for a decision on the candidate and so keep them hidden: (job_id, what it is called)."""
    versions = Resume.objects.versions_of(resume).values("pk")
    rows = Analysis.objects.filter(undecided(), resume__in=versions.order_by(), job__isnull=False)
    if not everything:
        rows = rows.filter(job__blind_mode=True)
    return list({row.job_id: row.job for row in rows.light().select_related("job").order_by("job_id")}.values())
