"""Analyses of a resume against a job, questions asked about them, and what people decided."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from analyses.querysets import AnalysisQuerySet


def new_analysis_id() -> str:
    """Twelve lowercase hex characters."""
    return secrets.token_hex(6)


def new_interaction_id() -> str:
    """Sixteen lowercase hex characters."""
    return secrets.token_hex(8)


class Analysis(models.Model):
    """One judgement of one resume against one version of one job. Rows are never judged again: a
    re-run is a new row."""

    class Status(models.TextChoices):
        """How far the analysis has come."""

        QUEUED = "queued", "Waiting"
        RUNNING = "running", "Being scored"
        DONE = "done", "Done"
        FAILED = "failed", "Failed"

    analysis_id = models.CharField(primary_key=True, max_length=64, default=new_analysis_id, editable=False)
    job = models.ForeignKey("jobs.Job", null=True, on_delete=models.CASCADE, related_name="analyses")
    resume = models.ForeignKey("resumes.Resume", null=True, on_delete=models.CASCADE, related_name="analyses")
    job_version = models.PositiveIntegerField(default=1)
    candidate_name = models.CharField(max_length=200, blank=True, db_index=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.QUEUED)
    error_code = models.CharField(max_length=40, blank=True)
    error = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField(default=timezone.now, db_index=True)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    overall_score = models.FloatField(null=True, blank=True)
    hiring_recommendation = models.TextField(blank=True)
    must_haves_met = models.PositiveIntegerField(null=True, blank=True)
    must_haves_total = models.PositiveIntegerField(null=True, blank=True)
    engine_key = models.CharField(
        max_length=64, blank=True, help_text="Hash of engine, taxonomy, model, adapter, weights"
    )
    embedding_model = models.ForeignKey(
        "vectors.EmbeddingModel", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    result = models.JSONField(null=True, blank=True)

    objects = AnalysisQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "analysis_id"]
        verbose_name_plural = "analyses"
        permissions = [("decide_analysis", "Can record a decision on an analysis")]
        indexes = [
            models.Index(fields=["job", "-overall_score"]),
            models.Index(fields=["job", "resume", "-created_at"]),
            models.Index(fields=["status", "-created_at"]),
            # Holds all that tells the newest of each resume for each job: no row is opened for it.
            models.Index(
                fields=["status", "job", "resume", "embedding_model", "created_at", "analysis_id"],
                name="analysis_newest_of_each",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="analysis_status_agrees_with_outcome",
                condition=Q(status__in=["queued", "running"], finished_at__isnull=True)
                | Q(status="done", finished_at__isnull=False, result__isnull=False, error="")
                | (Q(status="failed", finished_at__isnull=False) & ~Q(error="")),
            ),
        ]

    def __str__(self) -> str:
        return f"Analysis {self.analysis_id}"


class Question(models.Model):
    """A question about a candidate and the answer given, with its citations."""

    interaction_id = models.CharField(primary_key=True, max_length=64, default=new_interaction_id, editable=False)
    analysis = models.ForeignKey(Analysis, on_delete=models.CASCADE, related_name="questions")
    question = models.TextField()
    response = models.TextField()
    citations = models.JSONField(default=list)
    answered_by = models.CharField(
        max_length=100, default="built-in", help_text="built-in, or the language model's name"
    )
    examples = models.JSONField(
        default=list, blank=True, help_text="Feedback ids given to the language model as examples"
    )
    dropped_quotes = models.PositiveIntegerField(
        default=0, help_text="Quotes of the language model that do not stand in the resume and were dropped"
    )
    created_at = models.DateTimeField(default=timezone.now)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"Question {self.interaction_id}"


class Decision(models.Model):
    """A person's word on a candidate for a job. Append-only: the newest is the one that holds."""

    class Choice(models.TextChoices):
        """What a person can decide."""

        SHORTLISTED = "shortlisted", "Shortlisted"
        REJECTED = "rejected", "Rejected"
        ON_HOLD = "on_hold", "On hold"

    analysis = models.ForeignKey(Analysis, on_delete=models.CASCADE, related_name="decisions")
    decision = models.CharField(max_length=20, choices=Choice.choices)
    reason = models.TextField(blank=True)
    decided_at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["-decided_at", "-id"]

    def __str__(self) -> str:
        return f"{self.get_decision_display()} ({self.analysis_id})"


class ResumeDigest(models.Model):
    """What is needed to find a resume for any job without reading it again: its skills, and the text its vector is of.

    Made from the stored text with personal parts cut out; a cache that can be made again at any time.
    """

    resume = models.OneToOneField("resumes.Resume", primary_key=True, on_delete=models.CASCADE, related_name="digest")
    source = models.CharField(max_length=200, help_text="Versions it was made from; another value means: make it again")
    text = models.TextField(help_text="Masked text that is embedded")
    content_hash = models.CharField(max_length=64, blank=True, db_index=True, help_text="Key of the text's embedding")
    skills = models.JSONField(default=list, help_text="Ids of the skills shown")
    months = models.JSONField(default=dict, help_text="Months of dated work with each skill; null where undated")

    def __str__(self) -> str:
        return f"digest of {self.resume_id}"


class IntakeItem(models.Model):
    """One file that somebody sent to a job: the line that tells what becomes of it.

    The row holds how far the file itself has come; reading and scoring are told by its resume and its analysis. It
    is a candidate's data for its name alone: it goes with the resume, on dismissal, and after some days.
    """

    class State(models.TextChoices):
        """How far the file has come."""

        ANNOUNCED = "announced", "Uploading"
        ARRIVED = "arrived", "Being read"
        KEPT = "kept", "Kept as a resume"
        REFUSED = "refused", "Not taken"

    job = models.ForeignKey("jobs.Job", on_delete=models.CASCADE, related_name="intake_items")
    resume = models.ForeignKey("resumes.Resume", null=True, on_delete=models.CASCADE, related_name="intake_items")
    analysis = models.ForeignKey(Analysis, null=True, on_delete=models.CASCADE, related_name="intake_items")
    filename = models.CharField(max_length=255)
    state = models.CharField(max_length=10, choices=State.choices, default=State.ANNOUNCED)
    duplicate = models.BooleanField(default=False, help_text="The very same PDF was in the library before")
    error_code = models.CharField(max_length=40, blank=True)
    error = models.CharField(max_length=500, blank=True)
    reading_since = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now, db_index=True)
    changed_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["-created_at", "id"]
        indexes = [models.Index(fields=["job", "-created_at"], name="intake_of_a_job")]
        constraints = [
            models.CheckConstraint(
                name="intake_state_agrees_with_outcome",
                condition=Q(state__in=["announced", "arrived"], resume__isnull=True, error="")
                | Q(state="kept", resume__isnull=False, error="")
                | (Q(state="refused", resume__isnull=True) & ~Q(error="")),
            ),
        ]

    def __str__(self) -> str:
        # The number, never the name of the file, which often is the candidate's.
        return f"Intake {self.pk}"
