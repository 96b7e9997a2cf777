"""The trail: who changed what and when, without a word about who the candidate is.

The trail outlives the candidates it speaks of, so nothing that says who somebody is may enter it: the
object is named by its id, fields that are safe for ever are recorded with their values, and of the
others only the fact that they changed.
"""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from auditlog.models import LogEntry
from auditlog.registry import auditlog
from django.apps import apps
from django.contrib.auth.models import User
from django.db.models.signals import pre_save
from django.http import HttpRequest, HttpResponseBase

NOT_RECORDED = "(not recorded)"


@dataclass(frozen=True, slots=True)
class Recorded:
    """Fields of one model: with their values, and without (names, texts, what people wrote)."""

    values: tuple[str, ...]
    without_values: tuple[str, ...] = ()


MODELS: dict[str, Recorded] = {
    "jobs.Job": Recorded(
        ("version", "weights"), ("company_name", "role_name", "job_description", "metadata", "blind_mode")
    ),
    "jobs.JobVersion": Recorded(("job", "number", "content_hash")),
    "jobs.Requirement": Recorded(("job", "kind", "must_have", "weight", "years", "level", "scorable"), ("text",)),
    "jobs.JobSelection": Recorded(("job",)),
    "jobs.JobApplication": Recorded(
        ("date_applied",), ("company", "job_title", "portal", "employment_type", "created_by")
    ),
    "resumes.Person": Recorded(("id",)),
    "resumes.Tag": Recorded(("id",), ("name",)),
    "resumes.Resume": Recorded(
        ("sha256", "status", "error_code", "engine", "used_ocr", "parser_version", "person"),
        ("original_filename", "other_filenames", "candidate_name"),
    ),
    "analyses.Analysis": Recorded(
        ("job", "job_version", "resume", "status", "error_code", "overall_score", "engine_key")
    ),
    "analyses.Question": Recorded(("analysis", "answered_by")),
    "analyses.Decision": Recorded(("analysis", "decision"), ("reason",)),
    "feedback.Feedback": Recorded(("is_current", "kind", "rating", "analysis", "job", "source")),
    "feedback.TrainingRun": Recorded(("task", "status", "verdict", "snapshot_hash", "adapter_sha256")),
    "feedback.TrainingStep": Recorded(("run", "kind", "status", "forced")),
    "feedback.Snapshot": Recorded(("hash", "records_sha256", "filters", "with_personal_data")),
    "vectors.EmbeddingModel": Recorded(("key", "weights_sha256", "artefact_sha256", "is_active")),
    "atsproject.Preference": Recorded(("blind",)),
    "auth.User": Recorded(("username", "is_active", "is_staff", "is_superuser"), ("password", "email")),
    "auth.Group": Recorded(("name",)),
}

# Made by the machine from other rows, or holding nothing but personal data: no rows of their own.
UNRECORDED = {
    *("vectors.Embedding", "vectors.OutboxEntry", "vectors.IndexProgress", "vectors.IndexRequest"),
    "analyses.ResumeDigest",
    *("resumes.PersonKey", "resumes.PersonRuling", "analyses.IntakeItem", "feedback.Split"),
}

_request: ContextVar[HttpRequest | None] = ContextVar("trail_request", default=None)


def mask(value: str) -> str:
    """What stands in the trail for a value that is not recorded."""
    return NOT_RECORDED if value not in ("", "None") else value


def register_models() -> None:
    """Register every model of MODELS that is installed, with exactly its fields."""
    for label, recorded in MODELS.items():
        try:
            model = apps.get_model(label)
        except LookupError:
            continue
        present = {field.name for field in model._meta.get_fields()}
        auditlog.register(
            model,
            include_fields=[name for name in (*recorded.values, *recorded.without_values) if name in present],
            mask_fields=[name for name in recorded.without_values if name in present],
            mask_callable="atsproject.trail.mask",
            m2m_fields={"groups"} if label == "auth.User" else set(),
        )
    pre_save.connect(_name_the_actor, sender=LogEntry, dispatch_uid="trail-actor")


def _name_the_actor(sender: Any, instance: Any, **kwargs: Any) -> None:
    """The signed-in user of the request being answered, where the row does not name one.

    Read when the row is written: a caller with a token is known only after the view has checked it.
    """
    request = _request.get()
    user = getattr(request, "user", None)
    if instance.actor_id is None and isinstance(user, User) and user.is_authenticated:
        instance.actor = user


class TrailMiddleware:
    """Lets rows written while a request is answered know who asked."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Remember the request until it is answered."""
        token = _request.set(request)
        try:
            return self.get_response(request)
        finally:
            _request.reset(token)
