"""The application tracker: what people do with their list of applications."""

from collections import Counter
from datetime import date
from typing import Any

from auditlog.models import LogEntry
from django.db import transaction
from django.utils import timezone
from rest_framework import serializers
from rest_framework.exceptions import ValidationError

from jobs.models import JobApplication
from jobs.services import Actor
from jobs.workbook import ApplicationRow, RowProblem, WorkbookReading

RECENT_DAYS = 7


class ApplicationInput(serializers.Serializer[Any]):
    """One application as a person enters it."""

    company = serializers.CharField(max_length=200)
    job_title = serializers.CharField(max_length=200)
    portal = serializers.CharField(max_length=100, required=False, allow_blank=True, default="")
    employment_type = serializers.CharField(max_length=50, required=False, allow_blank=True, default="")
    date_applied = serializers.DateField(required=False)

    def validate_date_applied(self, value: date) -> date:
        """Not before spreadsheets count days, and not after 2200: what else is a slip of the keys."""
        if not 1900 <= value.year <= 2200:
            raise serializers.ValidationError("Write a date between 1900 and 2200.")
        return value


def add_application(*, by: Actor, **fields: Any) -> tuple[JobApplication, bool]:
    """Keep an application; returns it and whether the same title at the same company was there before.

    ``fields`` are those of ``ApplicationInput``; without a date it is today. Raises ValidationError.
    """
    form = ApplicationInput(data=fields)
    form.is_valid(raise_exception=True)
    values = dict(form.validated_data)
    with transaction.atomic():
        already = already_applied(company=values["company"], job_title=values["job_title"])
        application = JobApplication.objects.create(**values, created_by_id=_user_id(by))
    return application, already


def update_application(*, application: JobApplication, by: Actor, **changes: Any) -> JobApplication:
    """Correct an application. Raises ValidationError."""
    form = ApplicationInput(data=changes, partial=True)
    form.is_valid(raise_exception=True)
    for name, value in form.validated_data.items():
        if name in changes:
            setattr(application, name, value)
    application.save()
    return application


def delete_application(*, application: JobApplication, by: Actor) -> None:
    """Take an application off the list."""
    application.delete()


def already_applied(*, company: str, job_title: str) -> bool:
    """Whether the list has this title at this company, in any case. Raises ValidationError for blank words."""
    missing = {
        name: ["This field may not be blank."]
        for name, value in (("company", company), ("job_title", job_title))
        if not value.strip()
    }
    if missing:
        raise ValidationError(missing)
    return JobApplication.objects.same_as(company, job_title).exists()


def application_statistics() -> dict[str, Any]:
    """``total``, ``by_portal``, ``by_type`` and ``recent_7_days``."""
    applications = JobApplication.objects.all()
    return {
        "total": applications.count(),
        "by_portal": applications.counted_by("portal"),
        "by_type": applications.counted_by("employment_type"),
        "recent_7_days": applications.applied_within(RECENT_DAYS, timezone.localdate()).count(),
    }


def import_applications(*, reading: WorkbookReading, by: Actor) -> dict[str, Any]:
    """Keep the good rows of a workbook; those that the list has already are skipped.

    Returns ``imported``, ``skipped`` and ``errors`` (``row``, ``detail``).
    """
    with transaction.atomic():
        # Counted: two equal applications on the list are two rows of its export, and come back as two.
        known = Counter(_same(row) for row in JobApplication.objects.values_list(*_IDENTITY))
        fresh: list[JobApplication] = []
        skipped = 0
        for row in reading.rows:
            key = _same((row.company, row.job_title, row.portal, row.date_applied))
            if known[key]:
                known[key] -= 1
                skipped += 1
                continue
            fresh.append(_application(row, by))
        JobApplication.objects.bulk_create(fresh, batch_size=500)
        _log(by, "import", len(fresh))
    return {"imported": len(fresh), "skipped": skipped, "errors": [_problem(row) for row in reading.problems]}


def log_export(*, by: Actor, rows: int) -> None:
    """Write the export into the trail."""
    _log(by, "export", rows)


_IDENTITY = ("company", "job_title", "portal", "date_applied")


def _same(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(part.strip().casefold() if isinstance(part, str) else part for part in row)


def _application(row: ApplicationRow, by: Actor) -> JobApplication:
    return JobApplication(
        company=row.company,
        job_title=row.job_title,
        portal=row.portal,
        employment_type=row.employment_type,
        date_applied=row.date_applied,
        created_by_id=_user_id(by),
    )


def _problem(problem: RowProblem) -> dict[str, Any]:
    return {"row": problem.row, "detail": problem.detail}


def _user_id(user: Actor) -> int | None:
    return user.pk if user is not None and user.is_authenticated else None


def _log(by: Actor, event: str, rows: int) -> None:
    if _user_id(by) is None:
        return
    LogEntry.objects.log_create(
        by,
        force_log=True,
        action=LogEntry.Action.ACCESS,
        actor=by,
        additional_data={"event": event, "what": "applications.xlsx", "rows": rows},
    )
