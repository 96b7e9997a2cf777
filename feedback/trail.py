"""Lines of the trail that this app writes: who did what to which object, never what it says."""

from typing import Any

from auditlog.models import LogEntry

from analyses.actor import Actor

__all__ = ["Actor", "log_event", "may"]


def may(by: Actor, permission: str) -> bool:
    """True when ``by`` is somebody who holds the permission (``app.codename``)."""
    user: Any = by
    return user is not None and bool(user.has_perm(permission))


def log_event(instance: Any, event: str, by: Actor, **details: Any) -> None:
    """Write one line; ``by`` None is the operator at the machine's own command line.

    An export has no object of its own: ``instance`` is then the acting user, and without one nothing is written
    but through the object that the export leaves (a snapshot).
    """
    actor = by if by is not None and by.is_authenticated else None
    if instance is None or getattr(instance, "pk", None) is None:
        return
    LogEntry.objects.log_create(
        instance,
        force_log=True,
        action=LogEntry.Action.ACCESS,
        actor=actor,
        additional_data={"event": event, **details},
    )
