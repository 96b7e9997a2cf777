"""What belongs to no app below: how each user wants the pages."""

import zoneinfo

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models


def known_time_zone(name: str) -> None:
    """Raises ValidationError for a name that the time zone database does not hold."""
    if name and name not in zoneinfo.available_timezones():
        raise ValidationError("Choose a time zone from the list, such as Europe/Berlin.")


class Preference(models.Model):
    """How a user wants the pages. A user without a row has the defaults."""

    class Theme(models.TextChoices):
        """Light, dark, or what the device says."""

        SYSTEM = "system", "As the device is set"
        LIGHT = "light", "Light"
        DARK = "dark", "Dark"

    class Landing(models.TextChoices):
        """The page after signing in; each value is the name of an address."""

        HOME = "home", "Home"
        JOBS = "jobs", "Jobs"
        JOB = "current-job", "The job I work on"
        RESUMES = "resumes", "Resumes"
        FEEDBACK = "feedback", "Feedback"
        APPLICATIONS = "applications", "Applications"

    class Rows(models.IntegerChoices):
        """Rows on one page of a list."""

        FEW = 15, "15"
        USUAL = 30, "30"
        MANY = 50, "50"
        MOST = 100, "100"

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="preference")
    blind = models.BooleanField(default=False, help_text="Hide who a candidate is until a decision is recorded")
    theme = models.CharField(max_length=10, choices=Theme.choices, default=Theme.SYSTEM)
    rows = models.PositiveSmallIntegerField(choices=Rows.choices, default=Rows.USUAL)
    landing = models.CharField(max_length=20, choices=Landing.choices, default=Landing.HOME)
    time_zone = models.CharField(
        max_length=64, blank=True, validators=[known_time_zone], help_text="Empty: as the browser is set"
    )

    def __str__(self) -> str:
        return f"Preferences of user {self.user_id}"

    @property
    def zone(self) -> zoneinfo.ZoneInfo | None:
        """The chosen time zone; None for the browser's, and for one that this machine no longer knows."""
        try:
            return zoneinfo.ZoneInfo(self.time_zone) if self.time_zone else None
        except (zoneinfo.ZoneInfoNotFoundError, ValueError):
            return None
