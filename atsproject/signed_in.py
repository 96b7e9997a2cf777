"""Who is signed in, read together with what nearly every page asks next."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend
from django.db.models import Exists

from jobs.models import Job


class Backend(ModelBackend):
    """Django's own, which reads the user with their preferences and ``some_job_is_blind`` in one query."""

    def get_user(self, user_id: int) -> Any:
        """The user, or None."""
        users = get_user_model()._default_manager.select_related("preference")
        user = users.annotate(some_job_is_blind=Exists(Job.objects.filter(blind_mode=True))).filter(pk=user_id).first()
        return user if user is not None and self.user_can_authenticate(user) else None
