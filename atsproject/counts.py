"""Counts over all apps, read in one query each: pages and the API ask for them together."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import BigIntegerField, Case, CharField, Count, F, Q, Sum, Value, When
from django.db.models.functions import Cast, Coalesce, Floor, TruncDate
from django.utils import timezone

from analyses.models import Analysis
from feedback.due import analyses_without_rating
from feedback.models import Feedback
from feedback.training.overview import RATED_PAIRS, rows_that_teach
from jobs.models import Job
from resumes.models import Resume
from vectors.models import Embedding

RECENT = timedelta(days=7)
ATTENTION = ("to_decide", "failed", "unreadable", "due", "contested", "rated")
NOTHING = Value(0, BigIntegerField())


def everything() -> tuple[dict[str, tuple[int, int, int]], dict[str, int]]:
    """``counts`` and ``attention`` in one query."""
    own, waiting = _counted(), _waiting()
    found = _read(own + waiting)
    return found, {name: found[name][0] for name in ATTENTION}


def counts() -> dict[str, tuple[int, int, int]]:
    """By name three figures. ``jobs``, ``resumes``, ``analyses`` and ``feedback``: in all, in the last seven days, and
    in that order nothing, unreadable, failed, and the sum of ratings. ``files``: bytes. ``embeddings``: in all."""
    return _read(_counted())


def attention() -> dict[str, int]:
    """How many rows wait for somebody: ``to_decide``, ``failed``, ``unreadable``, ``due`` and ``contested``; and how
    many pairs of job and candidate are ``rated`` so that the ranking can learn from them."""
    return {name: figures[0] for name, figures in _read(_waiting()).items()}


def _counted() -> tuple[Any, ...]:
    since = timezone.now() - RECENT
    return (
        _arm("jobs", Job.objects.all(), recent=_since("created_at", since)),
        _arm(
            "resumes",
            Resume.objects.all(),
            recent=_since("uploaded_at", since),
            third=Count("pk", filter=Q(status=Resume.Status.UNREADABLE)),
        ),
        _arm(
            "analyses",
            Analysis.objects.all(),
            recent=_since("created_at", since),
            third=Count("pk", filter=Q(status=Analysis.Status.FAILED)),
        ),
        _arm("feedback", Feedback.objects.given(), recent=_since("created_at", since), third=_sum("rating")),
        _arm("files", Resume.objects.all(), total=_sum("file_size")),
        _arm("embeddings", Embedding.objects.all()),
    )


def _waiting() -> tuple[Any, ...]:
    return (
        _arm("to_decide", Analysis.objects.to_decide()),
        _arm("failed", Analysis.objects.filter(status=Analysis.Status.FAILED)),
        _arm("unreadable", Resume.objects.filter(status=Resume.Status.UNREADABLE)),
        _arm("due", analyses_without_rating()),
        _arm("contested", Feedback.objects.contested()),
        _arm("rated", rows_that_teach(""), total=RATED_PAIRS),
    )


def distributions(since: datetime) -> dict[str, dict[str, int]]:
    """Counts of finished analyses by tens of score (``score``: 0 to 9) and since a time by day (``day``: ISO, in
    the zone that holds), and of what people wrote by its rating (``rating``)."""
    done = Analysis.objects.filter(status=Analysis.Status.DONE).order_by()
    tens = Cast(Floor(F("overall_score") / 10.0), BigIntegerField())
    band = Case(When(overall_score__gte=90, then=Value(9, BigIntegerField())), default=tens)
    arms = (
        _grouped("score", done.filter(overall_score__isnull=False), band),
        _grouped("day", done.filter(created_at__gte=since), TruncDate("created_at")),
        _grouped("rating", Feedback.objects.given().order_by(), F("rating")),
    )
    found: dict[str, dict[str, int]] = {"score": {}, "day": {}, "rating": {}}
    for name, bucket, number in arms[0].union(*arms[1:], all=True):
        found[name][bucket] = number
    return found


def _since(column: str, moment: datetime) -> Count:
    return Count("pk", filter=Q(**{f"{column}__gte": moment}))


def _sum(column: str) -> Any:
    return Coalesce(Sum(Cast(column, BigIntegerField())), NOTHING)


def _arm(name: str, rows: Any, total: Any = None, recent: Any = NOTHING, third: Any = NOTHING) -> Any:
    """One row of a union: the name and three figures."""
    named = rows.order_by().annotate(figure=Value(name, CharField())).values("figure")
    counted = named.annotate(n_total=total or Count("pk"), n_recent=recent, n_third=third)
    return counted.values_list("figure", "n_total", "n_recent", "n_third")


def _grouped(name: str, rows: Any, bucket: Any) -> Any:
    """Rows of a union: the name, a bucket as text, and how many rows lie in it."""
    named = rows.annotate(figure=Value(name, CharField()), bucket=Cast(bucket, CharField())).values("figure", "bucket")
    return named.annotate(n=Count("pk")).values_list("figure", "bucket", "n")


def _read(arms: tuple[Any, ...]) -> dict[str, tuple[int, int, int]]:
    rows = arms[0].union(*arms[1:], all=True)
    return {name: (total, recent, third) for name, total, recent, third in rows}
