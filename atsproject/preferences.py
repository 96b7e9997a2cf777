"""Reads and keeps what a user prefers."""

import zoneinfo
from collections.abc import Callable
from datetime import tzinfo
from typing import Any

from django.core.exceptions import ValidationError as InvalidField
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from rest_framework.exceptions import ValidationError

from atsproject.models import Preference

ZONE_COOKIE = "zone"  # set by pages.js
FIELDS = ("blind", "theme", "rows", "landing", "time_zone")
# Addresses that answer programs: they say times in UTC and look nothing up.
_WITHOUT = ("/api/", "/static/", "/healthz", "/readyz")


def preference_of(request: HttpRequest) -> Preference:
    """What the user of a request prefers; read once, and the defaults for everybody else."""
    kept: Preference | None = getattr(request, "_preference", None)
    if kept is None:
        user: Any = getattr(request, "user", None)
        # A reverse one-to-one: there already where the session's user was read, and absent for who has no row.
        kept = getattr(user, "preference", None) or Preference()
        request._preference = kept  # type: ignore[attr-defined]
    return kept


def zone_of(request: HttpRequest) -> tzinfo:
    """The time zone of a request: the one its user chose, else the one its browser is set to, else the site's.

    A day of a chart and of a filter is a day in this zone. The browser says its zone in a cookie of its own.
    """
    if chosen := preference_of(request).zone:
        return chosen
    told = request.COOKIES.get(ZONE_COOKIE, "")
    if told in zoneinfo.available_timezones():
        return zoneinfo.ZoneInfo(told)
    return timezone.get_default_timezone()


def save_preference(*, by: Any, **values: Any) -> Preference:
    """Keep what a user prefers; fields that are not named stay. Raises ValidationError."""
    row = Preference.objects.filter(user=by).first() or Preference(user=by)
    for name in FIELDS:
        if name in values:
            setattr(row, name, values[name])
    try:
        row.clean_fields(exclude=["user"])
    except InvalidField as error:
        raise ValidationError(error.message_dict) from error
    row.save()
    return row


class PreferenceMiddleware:
    """Gives pages ``request.preference`` and says times in the user's own zone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The zone holds while the answer is made."""
        if request.path_info.startswith(_WITHOUT):
            return self.get_response(request)
        request.preference = SimpleLazyObject(lambda: preference_of(request))  # type: ignore[attr-defined]
        with timezone.override(zone_of(request)):
            return self.get_response(request)
