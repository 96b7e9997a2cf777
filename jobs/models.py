"""Jobs, what they require, which job a user works on, and the application tracker."""

import secrets

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone

from jobs.querysets import JobApplicationQuerySet, JobQuerySet


def new_job_id() -> str:
    """Eight lowercase hex characters."""
    return secrets.token_hex(4)


class Job(models.Model):
    """A position to fill: its description as the recruiter wrote it."""

    job_id = models.CharField(primary_key=True, max_length=64, default=new_job_id, editable=False)
    company_name = models.CharField(max_length=200, blank=True)
    role_name = models.CharField(max_length=200, blank=True)
    job_description = models.TextField()
    metadata = models.JSONField(default=dict, blank=True)
    weights = models.JSONField(default=dict, blank=True, help_text="Weights by category; empty means the defaults")
    version = models.PositiveIntegerField(default=1, editable=False)
    blind_mode = models.BooleanField(
        default=False, help_text="Names, contact and photos stay masked for everybody until a decision is recorded"
    )
    created_at = models.DateTimeField(default=timezone.now, db_index=True)
    updated_at = models.DateTimeField(auto_now=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = JobQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "job_id"]
        indexes = [models.Index(fields=["company_name"]), models.Index(fields=["role_name"])]

    def __str__(self) -> str:
        return " at ".join(part for part in (self.role_name, self.company_name) if part) or f"Job {self.job_id}"


class JobVersion(models.Model):
    """What a job asked for at one version, so that old analyses keep what they were judged by."""

    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    content_hash = models.CharField(max_length=64)
    role_name = models.CharField(max_length=200, blank=True)
    job_description = models.TextField()
    requirements = models.JSONField(default=list)
    weights = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["job", "-number"]
        constraints = [models.UniqueConstraint(fields=["job", "number"], name="one_row_per_job_version")]

    def __str__(self) -> str:
        return f"{self.job_id} version {self.number}"


class Requirement(models.Model):
    """One thing a job asks for, as read from its description and corrected by people."""

    class Kind(models.TextChoices):
        """What is asked; decides how it is matched."""

        SKILL = "skill"
        EXPERIENCE = "experience"
        EDUCATION = "education"
        CERTIFICATION = "certification"
        LANGUAGE = "language"
        LOCATION = "location"
        AUTHORISATION = "authorisation"
        RESPONSIBILITY = "responsibility"
        OTHER = "other"

    class SkillsMode(models.TextChoices):
        """How the skills of one requirement combine."""

        ALL = "all", "all of them"
        ANY = "any", "any one of them"

    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="requirements")
    position = models.PositiveIntegerField(default=0)
    text = models.TextField()
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.OTHER)
    must_have = models.BooleanField(default=False)
    weight = models.FloatField(default=1.0, validators=[MinValueValidator(0.0), MaxValueValidator(100.0)])
    years = models.FloatField(null=True, blank=True, help_text="Years of experience asked for")
    level = models.CharField(max_length=30, blank=True, help_text="Degree or language level asked for")
    skills = models.JSONField(default=list, blank=True, help_text="Ids of the skills the text names")
    skills_mode = models.CharField(
        max_length=3, choices=SkillsMode.choices, default=SkillsMode.ALL, help_text="All of the skills, or any one"
    )
    scorable = models.BooleanField(default=True)
    note = models.CharField(max_length=300, blank=True, help_text="Why it is not scored, or what is vague about it")
    is_edited = models.BooleanField(default=False, help_text="Changed by a person: reading again keeps it")

    class Meta:
        ordering = ["job", "position", "id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(weight__gte=0), name="requirement_weight_not_negative"),
        ]

    def __str__(self) -> str:
        return self.text[:80]


class JobSelection(models.Model):
    """The job a user is working on now."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="job_selection")
    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="+")
    selected_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"user {self.user_id} on {self.job_id}"


class JobApplication(models.Model):
    """One line of the application tracker: where and when somebody applied."""

    company = models.CharField(max_length=200)
    job_title = models.CharField(max_length=200)
    portal = models.CharField(max_length=100, blank=True)
    employment_type = models.CharField(max_length=50, blank=True)
    date_applied = models.DateField(default=timezone.localdate)
    created_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = JobApplicationQuerySet.as_manager()

    class Meta:
        ordering = ["-date_applied", "-id"]
        indexes = [models.Index(fields=["company", "job_title"]), models.Index(fields=["date_applied"])]

    def __str__(self) -> str:
        return f"{self.job_title} at {self.company}"
