"""The four roles: what each may do, and the groups that carry it.

The groups are made after every migration of the whole project, when the permissions of all apps
exist, so that ``migrate`` alone on an empty database leaves an installation ready for users.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

RECRUITER = "recruiter"
HIRING_MANAGER = "hiring_manager"
AUDITOR = "auditor"
API_CLIENT = "api_client"
ROLES = (RECRUITER, HIRING_MANAGER, AUDITOR, API_CLIENT)
# Roles that open the pages and the admin; a program needs neither.
PAGE_ROLES = (RECRUITER, HIRING_MANAGER, AUDITOR)

OUR_APPS = ("jobs", "resumes", "analyses", "feedback", "vectors")
# What a recruiter works on all day. Adapters, models and indexes belong to those who run the site.
DAILY_APPS = ("jobs", "resumes", "analyses", "feedback")
OPERATORS_MODELS = (
    "trainingrun",
    "snapshot",
    "embeddingmodel",
    "embedding",
    "outboxentry",
    "indexprogress",
    "resumedigest",
)


def _model_permissions(app_labels: Iterable[str], verbs: Iterable[str]) -> set[tuple[str, str]]:
    """``(app, codename)`` of the given verbs on every model of the apps."""
    return {
        (label, f"{verb}_{model._meta.model_name}")
        for label in app_labels
        for model in apps.get_app_config(label).get_models()
        for verb in verbs
    }


def _daily_work() -> set[tuple[str, str]]:
    writes = {
        (label, codename)
        for label, codename in _model_permissions(DAILY_APPS, ("add", "change", "delete"))
        if codename.split("_", 1)[1] not in OPERATORS_MODELS
    }
    extra = {("analyses", "decide_analysis"), ("resumes", "download_resume"), ("feedback", "export_feedback")}
    return _model_permissions(OUR_APPS, ("view",)) | writes | extra


def _hiring_manager() -> set[tuple[str, str]]:
    return _model_permissions(OUR_APPS, ("view",)) | {
        ("analyses", "decide_analysis"),
        ("analyses", "add_decision"),
        ("analyses", "add_question"),
        ("feedback", "add_feedback"),
        ("jobs", "add_jobselection"),
        ("jobs", "change_jobselection"),
        ("resumes", "download_resume"),
    }


def _auditor() -> set[tuple[str, str]]:
    return _model_permissions((*OUR_APPS, "auth", "auditlog"), ("view",)) | {
        ("feedback", "export_feedback"),
        ("resumes", "download_resume"),
    }


def permissions_of(role: str) -> set[tuple[str, str]]:
    """``(app label, codename)`` of everything the role may do.

    Raises KeyError for a role that does not exist.
    """
    return {
        RECRUITER: _daily_work,
        API_CLIENT: _daily_work,
        HIRING_MANAGER: _hiring_manager,
        AUDITOR: _auditor,
    }[role]()


def make_roles(using: str = "default") -> None:
    """Make the groups and give each exactly its permissions.

    Idempotent. A permission that an administrator took from or gave to one of these groups by hand is
    put back: their meaning is part of the product. Other groups are never touched.
    """
    from django.contrib.auth.models import Group, Permission

    known = {
        (permission.content_type.app_label, permission.codename): permission
        for permission in Permission.objects.using(using).select_related("content_type")
    }
    for role in ROLES:
        group, _ = Group.objects.using(using).get_or_create(name=role)
        group.permissions.set(known[key] for key in permissions_of(role) if key in known)


def make_roles_after_migrate(sender: Any, using: str = "default", **kwargs: Any) -> None:
    """``post_migrate`` receiver, connected for the last app with models.

    ``create_permissions`` is a receiver of the same signal and was connected earlier, so by then the
    permissions of all apps exist. A migration backwards may have taken the tables away.
    """
    from django.contrib.contenttypes.models import ContentType
    from django.db import connections

    tables = connections[using].introspection.table_names()
    if {"auth_group", "auth_permission", ContentType._meta.db_table} <= set(tables):
        make_roles(using)


def role_of(user: "AbstractBaseUser | AnonymousUser | None") -> str:
    """The user's first role in the order of ROLES, ``administrator`` for a superuser, else ``""``."""
    if user is None or not user.is_authenticated:
        return ""
    if getattr(user, "is_superuser", False):
        return "administrator"
    held = _group_names(user)
    return next((role for role in ROLES if role in held), "")


def may_use_pages(user: "AbstractBaseUser | AnonymousUser | None") -> bool:
    """Whether the pages and the admin are open to the user: not to a program, nor without any role."""
    if user is None or not (user.is_authenticated and user.is_active):
        return False
    if getattr(user, "is_superuser", False):
        return True
    held = _group_names(user)
    if held == {API_CLIENT}:
        return False
    return bool(getattr(user, "get_all_permissions", set)())


def give_role(user: Any, role: str) -> None:
    """Put the user into the role's group. Raises ValueError for an unknown role."""
    from django.contrib.auth.models import Group

    if role not in ROLES:
        raise ValueError(f"{role!r} is not a role. Roles: {', '.join(ROLES)}.")
    try:
        user.groups.add(Group.objects.get(name=role))
    except ObjectDoesNotExist as error:
        raise ValueError(f"The group {role} does not exist yet: run `manage.py migrate`.") from error


def _group_names(user: Any) -> set[str]:
    """The names of the user's groups, read once for each user object."""
    if not hasattr(user, "_group_names"):
        user._group_names = set(user.groups.values_list("name", flat=True))
    names: set[str] = user._group_names
    return names
