"""Lines of the trail that this app writes: who did what to which object, never what it says."""

from typing import Any

from auditlog.models import LogEntry
from django.contrib.contenttypes.models import ContentType

from analyses.actor import Actor

__all__ = ["Actor", "log_event", "may"]


def may(by: Actor, permission: str) -> bool:
    """True when ``by`` is somebody who holds the permission (``app.codename``)."""
    user: Any = by
    return user is not None and bool(user.has_perm(permission))


def log_event(instance: Any, event: str, by: Actor, **details: Any) -> None:
    """Write one line; ``by`` None is the operator at the machine's own command line.

    An export or import has no object of its own: ``instance`` is then the acting user, and where that is None too
    the line is about the feedback as a whole.
    """
    actor: Any = by if by is not None and by.is_authenticated else None
    data = {"event": event, **details}
    if getattr(instance, "pk", None) is None:
        LogEntry.objects.create(
            content_type=ContentType.objects.get(app_label="feedback", model="feedback"),
            object_pk="*",
            object_repr="command line",
            action=LogEntry.Action.ACCESS,
            actor=actor,
            changes={},
            additional_data=data,
        )
        return
    LogEntry.objects.log_create(
        instance, force_log=True, action=LogEntry.Action.ACCESS, actor=actor, additional_data=data
    )
