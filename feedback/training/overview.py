"""What there is to learn from, how it grew, and what each adapter was worth: figures for people and charts."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Case, CharField, Count, Q, Value, When
from django.db.models.functions import Concat, TruncWeek

from feedback.models import FIT_KINDS, Feedback, TrainingRun
from feedback.snapshots.assignment import divided_persons
from feedback.snapshots.splitting import LEFT_OUT, TEST, TRAIN, VALIDATION, part_of
from feedback.training.readiness import LEAST_HELD_OUT_JOBS, LEAST_RATINGS
from resumes.models import Resume

ADAPTERS_SHOWN = 20
_DRAWN = (TRAIN, VALIDATION, TEST)
RATED_PAIRS = Count(Concat("job_id", Value(" "), "resume_id"), distinct=True)

# Why a row teaches an adapter nothing, in the order in which the reasons are looked for.
REASONS = {
    "about_words": "About words rather than fit: exported for language models, not for the ranking",
    "no_candidate": "Names no job or no candidate",
    "unreadable": "The resume could not be read",
    "person_in_two_parts": "Two resumes of one person were held apart before they were known to be theirs",
    "mixed_parts": "Job and candidate were held apart, so that what is measured was never learned from",
}


@dataclass(frozen=True, slots=True)
class WeekOfFeedback:
    """Feedback of one week: ``week`` is its Monday (UTC). The totals run from the first week to this one."""

    week: date
    added: int
    total: int
    usable_added: int
    usable_total: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Current feedback that teaches an adapter nothing: ``reason`` is a key of REASONS, ``label`` its sentence."""

    reason: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class AdapterGain:
    """An evaluated adapter: mean NDCG@5 (0..1) of the held-out jobs with what was in use and with the adapter, and
    the mean gain per job with its 95 % interval."""

    run_id: int
    created_at: datetime
    verdict: str
    in_use_now: bool
    jobs: int
    in_use: float
    adapter: float
    gain: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class TrainingOverview:
    """All that the training page shows of the data and of the adapters.

    ``total`` counts current rows, ``usable`` those that an adapter of the ranking learns from or is measured by.
    ``by_part`` counts the usable ones: train, validation, test, and undrawn, which the next snapshot draws.
    ``pairs`` are the rated pairs of job and candidate: the ratings that training counts. ``obstacle`` says why
    training would be refused, and is empty where it would not, or where only the next snapshot can tell.
    ``growth`` is week by week without a hole, oldest first; ``adapters`` are oldest first.
    """

    total: int
    usable: int
    pairs: int
    jobs: int
    candidates: int
    held_out_jobs: int
    by_part: dict[str, int]
    left_out: list[LeftOut]
    growth: list[WeekOfFeedback]
    adapters: list[AdapterGain]
    least_ratings: int
    least_held_out_jobs: int
    obstacle: str


def training_overview() -> TrainingOverview:
    """Figures of the feedback there is now and of the newest evaluated adapters. Reads only; nothing is drawn."""
    rows = _with_reason()
    by_reason, by_part = _by_reason_and_part(rows)
    held_out = Q(job__split__part=TEST, resume__split__isnull=False)
    distinct = rows.filter(reason="").aggregate(
        pairs=RATED_PAIRS,
        jobs=Count("job", distinct=True),
        candidates=Count("resume", distinct=True),
        held_out_jobs=Count("job", distinct=True, filter=held_out),
    )
    return TrainingOverview(
        total=sum(by_reason.values()),
        usable=by_reason.pop("", 0),
        **distinct,
        by_part=by_part,
        left_out=[LeftOut(reason, REASONS[reason], by_reason[reason]) for reason in REASONS if reason in by_reason],
        growth=_growth(rows),
        adapters=_adapters(),
        least_ratings=LEAST_RATINGS,
        least_held_out_jobs=LEAST_HELD_OUT_JOBS,
        obstacle=_obstacle(distinct["pairs"], distinct["held_out_jobs"], undrawn=by_part["undrawn"]),
    )


def _with_reason() -> Any:
    """Current rows, each with the first of REASONS that holds for it; empty where an adapter learns from it."""
    mixed = Q(pk__in=[])
    for job in _DRAWN:
        for candidate in _DRAWN:
            if part_of(job, candidate) == LEFT_OUT:
                mixed |= Q(job__split__part=job, resume__split__part=candidate)
    conditions = {
        "about_words": ~Q(kind__in=FIT_KINDS),
        "no_candidate": Q(job__isnull=True) | Q(resume__isnull=True),
        "unreadable": ~Q(resume__status=Resume.Status.READY),
        "person_in_two_parts": Q(resume__person__in=divided_persons()),
        "mixed_parts": mixed,
    }
    whens = [When(condition, then=Value(reason)) for reason, condition in conditions.items()]
    reason = Case(*whens, default=Value(""), output_field=CharField())
    return Feedback.objects.current().order_by().annotate(reason=reason)


def rows_that_teach(reason: str) -> Any:
    """Current feedback that teaches an adapter nothing for ``reason`` (a key of REASONS); with an empty one, what does
    teach it: the rows behind the figures."""
    return _with_reason().filter(reason=reason)


def _by_reason_and_part(rows: Any) -> tuple[Counter[str], dict[str, int]]:
    """Rows by the reason that they are of no use, and those of use by part."""
    reasons: Counter[str] = Counter()
    parts = {TRAIN: 0, VALIDATION: 0, TEST: 0, "undrawn": 0}
    grouped = rows.values_list("reason", "job__split__part", "resume__split__part").annotate(n=Count("pk"))
    for reason, job, candidate, number in grouped:
        reasons[reason] += number
        if not reason:
            parts[job if job and candidate else "undrawn"] += number
    return reasons, parts


def _growth(rows: Any) -> list[WeekOfFeedback]:
    by_week = (
        rows.annotate(week=TruncWeek("created_at"))
        .values_list("week")
        .annotate(added=Count("pk"), usable=Count("pk", filter=Q(reason="")))
        .order_by("week")
    )
    counts = {week.date(): (added, usable) for week, added, usable in by_week}
    weeks: list[WeekOfFeedback] = []
    total = usable_total = 0
    week = min(counts, default=date.max)
    while counts and week <= max(counts):
        added, usable = counts.get(week, (0, 0))
        total, usable_total = total + added, usable_total + usable
        weeks.append(WeekOfFeedback(week, added, total, usable, usable_total))
        week += timedelta(days=7)
    return weeks


def _adapters() -> list[AdapterGain]:
    runs = TrainingRun.objects.filter(task="embed").exclude(verdict="").select_related("embedding_model")
    found = []
    for run in runs.order_by("-created_at", "-pk")[:ADAPTERS_SHOWN]:
        measure = run.evaluation.get("measures", {}).get("ndcg_at_5", {})
        if not measure.get("jobs"):
            continue
        gain = measure["gain_over_in_use"]
        found.append(
            AdapterGain(
                run_id=run.pk,
                created_at=run.created_at,
                verdict=run.verdict,
                in_use_now=bool(run.embedding_model and run.embedding_model.is_active),
                jobs=measure["jobs"],
                in_use=measure["in_use"],
                adapter=measure["adapter"],
                gain=gain["mean"],
                low=gain["low"],
                high=gain["high"],
            )
        )
    return found[::-1]


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _obstacle(pairs: int, held_out_jobs: int, *, undrawn: int) -> str:
    if pairs < LEAST_RATINGS:
        return (
            f"{_counted(pairs, 'pair of job and candidate is', 'pairs of job and candidate are')} rated; "
            f"{LEAST_RATINGS} are needed to learn from. "
            "Rate how well candidates fit, decide on them, or put a list in another order."
        )
    if held_out_jobs < LEAST_HELD_OUT_JOBS and not undrawn:
        return (
            f"{_counted(held_out_jobs, 'job with ratings is', 'jobs with ratings are')} held out; "
            f"{LEAST_HELD_OUT_JOBS} are needed to tell whether anything was learned. "
            "Rate candidates of further jobs: about one in five is held out."
        )
    return ""
