"""How often one user may call."""

from rest_framework.throttling import UserRateThrottle


class PerUserThrottle(UserRateThrottle):
    """``API_THROTTLE`` calls a minute for each user, whichever token or session they call with.

    Counted in the cache: in the process when there is one, in Redis when there are several.
    """

    scope = "user"

    def get_rate(self) -> str:
        """Read at each call, so that a changed setting is a changed limit."""
        from django.conf import settings

        return f"{settings.API_THROTTLE}/min"
