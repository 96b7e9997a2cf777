"""Who is signed in, read together with what nearly every page asks next."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission
from django.db.models import Exists, Q

from jobs.models import Job


class Backend(ModelBackend):
    """Django's own, which reads the user with their preferences and ``some_job_is_blind`` in one query, and what they
    may do in another."""

    def get_user(self, user_id: int) -> Any:
        """The user, or None."""
        users = get_user_model()._default_manager.select_related("preference")
        user = users.annotate(some_job_is_blind=Exists(Job.objects.filter(blind_mode=True))).filter(pk=user_id).first()
        return user if user is not None and self.user_can_authenticate(user) else None

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """The user's own and those of their groups, read once for each user object."""
        if not user_obj.is_active or user_obj.is_anonymous or obj is not None or user_obj.is_superuser:
            return super().get_all_permissions(user_obj, obj)
        if not hasattr(user_obj, "_perm_cache"):
            held = Permission.objects.filter(Q(user=user_obj) | Q(group__user=user_obj)).order_by().distinct()
            user_obj._perm_cache = {
                f"{app}.{name}" for app, name in held.values_list("content_type__app_label", "codename")
            }
        found: set[str] = user_obj._perm_cache
        return found
