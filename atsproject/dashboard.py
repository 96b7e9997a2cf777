"""The admin's first page: what waits for whoever runs the site, how much is stored, and what was done last."""

import shutil
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from auditlog.models import LogEntry
from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection
from django.db.models import Count, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from knox.models import AuthToken

from analyses.models import Analysis
from feedback.models import Feedback, TrainingRun
from jobs.models import Job
from resumes.models import Resume
from vectors.models import IndexProgress, OutboxEntry

TRAIL_ROWS = 8
STUCK_AFTER = timedelta(hours=1)
ONE = {
    "analyses failed": "analysis failed",
    "analyses waiting for more than an hour": "analysis waiting for more than an hour",
    "resumes could not be read": "resume could not be read",
    "resumes waiting for more than an hour": "resume waiting for more than an hour",
    "training runs failed": "training run failed",
    "changes an index has yet to take": "change an index has yet to take",
    "users without a role": "user without a role",
    "tokens of accounts that are closed": "token of an account that is closed",
    "tokens that never end": "token that never ends",
    "jobs": "job",
    "resumes": "resume",
    "analyses": "analysis",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, what it counts, and the list of the rows behind it."""

    number: int | str
    label: str
    address: str
    bad: bool = False  # somebody has to look at it
    help: str = ""

    @property
    def words(self) -> str:
        """The label as it is said of one, where there is one."""
        return ONE.get(self.label, self.label) if self.number == 1 else self.label


def dashboard(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """Everything ``templates/admin/index.html`` shows, in a handful of queries; only what the user may see."""
    may: Any = request.user
    figures = [
        ("analyses.view_analysis", _analyses),
        ("resumes.view_resume", _resumes),
        ("feedback.view_trainingrun", _runs),
        ("vectors.view_indexprogress", _indexes),
        ("auth.view_user", _users),
        ("knox.view_authtoken", _tokens),
    ]
    waiting = [figure for permission, make in figures if may.has_perm(permission) for figure in make()]
    trail = LogEntry.objects.select_related("actor", "content_type").order_by("-timestamp", "-pk")
    return context | {
        "waiting": [figure for figure in waiting if figure.bad],
        "fine": [figure for figure in waiting if not figure.bad],
        "stored": _stored() if may.has_perm("resumes.view_resume") else [],
        "trail": list(trail[:TRAIL_ROWS]) if may.has_perm("auditlog.view_logentry") else [],
    }


def _list(model: str, query: str = "") -> str:
    return reverse(f"admin:{model}_changelist") + (f"?{query}" if query else "")


def _analyses() -> list[Figure]:
    long_ago = timezone.now() - STUCK_AFTER
    found = Analysis.objects.aggregate(
        failed=Count("pk", filter=Q(status="failed")),
        stuck=Count("pk", filter=Q(status__in=["queued", "running"], created_at__lt=long_ago)),
    )
    waiting = urlencode({"status__in": "queued,running", "created_at__lt": long_ago.isoformat(timespec="seconds")})
    return [
        _figure(
            found["failed"], "analyses failed", _list("analyses_analysis", "status__exact=failed"), "Analyse again"
        ),
        _figure(
            found["stuck"],
            "analyses waiting for more than an hour",
            _list("analyses_analysis", waiting),
            "Is a worker running?",
        ),
    ]


def _resumes() -> list[Figure]:
    long_ago = timezone.now() - STUCK_AFTER
    found = Resume.objects.aggregate(
        unread=Count("pk", filter=Q(status=Resume.Status.UNREADABLE)),
        stuck=Count("pk", filter=Q(status__in=["queued", "ocr_queued"], queued_at__lt=long_ago)),
    )
    address = _list("resumes_resume", f"status__exact={Resume.Status.UNREADABLE}")
    waiting = urlencode({"status__in": "queued,ocr_queued", "queued_at__lt": long_ago.isoformat(timespec="seconds")})
    return [
        _figure(found["unread"], "resumes could not be read", address, "Ask for a PDF with text, or read again"),
        _figure(
            found["stuck"],
            "resumes waiting for more than an hour",
            _list("resumes_resume", waiting),
            "Is a worker running?",
        ),
    ]


def _runs() -> list[Figure]:
    number = TrainingRun.objects.filter(status="failed").count()
    return [_figure(number, "training runs failed", _list("feedback_trainingrun", "status__exact=failed"), "See why")]


def _indexes() -> list[Figure]:
    behind = (
        OutboxEntry.objects.filter(collection=OuterRef("collection"), id__gt=OuterRef("last_entry"))
        .order_by()
        .values("collection")
        .annotate(number=Count("pk"))
        .values("number")
    )
    copies = IndexProgress.objects.filter(model__is_active=True).annotate(lag=Coalesce(Subquery(behind), 0))
    most = max((row.lag for row in copies), default=0)
    return [
        _figure(most, "changes an index has yet to take", _list("vectors_indexprogress"), "It catches up by itself")
    ]


def _users() -> list[Figure]:
    number = User.objects.filter(groups__isnull=True, is_superuser=False, is_active=True).count()
    query = "groups__isnull=True&is_superuser__exact=0&is_active__exact=1"
    return [_figure(number, "users without a role", _list("auth_user", query), "They can open nothing yet")]


def _tokens() -> list[Figure]:
    found = AuthToken.objects.aggregate(
        lost=Count("pk", filter=Q(user__is_active=False)),
        endless=Count("pk", filter=Q(expiry__isnull=True, user__is_active=True)),
    )
    endless = _list("knox_authtoken", "expiry__isnull=True&user__is_active__exact=1")
    return [
        _figure(
            found["lost"],
            "tokens of accounts that are closed",
            _list("knox_authtoken", "user__is_active__exact=0"),
            "Revoke them",
        ),
        Figure(found["endless"], "tokens that never end", endless),
    ]


def _figure(number: int, label: str, address: str, help: str) -> Figure:
    return Figure(number, label, address, bad=number > 0, help=help)


def _stored() -> list[Figure]:
    resumes = Resume.objects.aggregate(total=Count("pk"), size=Sum("file_size"))
    indexes = sum(file.stat().st_size for file in Path(settings.VECTOR_ROOT).rglob("*") if file.is_file())
    figures = [
        Figure(Job.objects.count(), "jobs", _list("jobs_job")),
        Figure(resumes["total"], "resumes", _list("resumes_resume")),
        Figure(Analysis.objects.count(), "analyses", _list("analyses_analysis")),
        Figure(Feedback.objects.given().count(), "feedback", _list("feedback_feedback", "is_current__exact=1")),
        Figure(_size(resumes["size"] or 0), "of PDFs", _list("resumes_resume", "o=-7")),
        Figure(_size(indexes), "of indexes", _list("vectors_indexprogress")),
    ]
    name = Path(str(connection.settings_dict["NAME"]))
    if connection.vendor == "sqlite" and name.is_file():
        figures.append(Figure(_size(name.stat().st_size), "of database", _list("vectors_outboxentry")))
    room = shutil.disk_usage(settings.BASE_DIR).free
    return [*figures, Figure(_size(room), "free on the disk", "", bad=room < 1 << 30)]


def _size(size: float) -> str:
    for unit in ("B", "KB", "MB"):
        if size < 1024:
            return f"{size:.0f} {unit}"
        size /= 1024
    return f"{size:.1f} GB"
