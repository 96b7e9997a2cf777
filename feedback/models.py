"""What people said about the machine's judgements, and the adapters trained from it."""

import secrets
from pathlib import Path

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

from feedback.querysets import FeedbackQuerySet


def new_feedback_id() -> str:
    """Twelve lowercase hex characters."""
    return secrets.token_hex(6)


class Feedback(models.Model):
    """One rating with its corrections. Append-only: a change is a new row that supersedes the old.

    ``rating`` says how good the response was, except for ``fit``, ``decision`` and ``order``, where it
    says how well the candidate fits the job.
    """

    class Kind(models.TextChoices):
        """What was judged."""

        ANSWER = "answer", "An answer"
        REQUIREMENT = "requirement", "A requirement's finding"
        ANALYSIS = "analysis", "A whole analysis"
        FIT = "fit", "The candidate's fit to the job"
        DECISION = "decision", "A decision on the candidate"
        ORDER = "order", "A new place in the list"

    feedback_id = models.CharField(primary_key=True, max_length=64, default=new_feedback_id, editable=False)
    interaction_id = models.CharField(max_length=64)
    is_current = models.BooleanField(default=True, editable=False)
    supersedes = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="superseded_by"
    )
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.ANSWER)
    requirement_id = models.CharField(max_length=64, blank=True)
    source = models.CharField(max_length=20, default="api", help_text="api, page, admin, import, demo")
    query = models.TextField()
    context = models.JSONField(default=list, blank=True)
    response = models.TextField()
    rating = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(5)])
    correct_points = models.JSONField(default=list, blank=True)
    incorrect_points = models.JSONField(default=list, blank=True)
    missing_points = models.JSONField(default=list, blank=True)
    ideal_response = models.TextField(blank=True)
    analysis = models.ForeignKey(
        "analyses.Analysis", null=True, blank=True, on_delete=models.CASCADE, related_name="feedback"
    )
    job = models.ForeignKey("jobs.Job", null=True, blank=True, on_delete=models.CASCADE, related_name="feedback")
    resume = models.ForeignKey(
        "resumes.Resume", null=True, blank=True, on_delete=models.CASCADE, related_name="feedback"
    )
    engine = models.JSONField(default=dict, blank=True, help_text="Versions behind what was judged")
    reviewer_role = models.CharField(max_length=50, blank=True)
    seconds_taken = models.FloatField(null=True, blank=True)
    content_hash = models.CharField(max_length=64, blank=True, db_index=True)
    subject_key = models.CharField(
        max_length=64, blank=True, db_index=True, help_text="Hash of what was judged: equal for rows on the same thing"
    )
    duplicate_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="duplicates", help_text="Says the same"
    )
    duplicate_similarity = models.FloatField(
        null=True, blank=True, help_text="1.0 for the same text, less for one that is nearly the same"
    )
    created_at = models.DateTimeField(default=timezone.now, db_index=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = FeedbackQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "feedback_id"]
        verbose_name_plural = "feedback"
        permissions = [("export_feedback", "Can export feedback and training data")]
        indexes = [models.Index(fields=["rating", "-created_at"])]
        constraints = [
            models.CheckConstraint(condition=Q(rating__gte=1, rating__lte=5), name="feedback_rating_1_to_5"),
            models.UniqueConstraint(
                fields=["interaction_id"], condition=Q(is_current=True), name="one_current_row_per_interaction"
            ),
        ]

    def __str__(self) -> str:
        return f"Feedback {self.feedback_id} ({self.rating}/5)"


# Kinds whose rating says how well the candidate fits the job, not how good a text is.
FIT_KINDS = (Feedback.Kind.FIT, Feedback.Kind.DECISION, Feedback.Kind.ORDER)


class Split(models.Model):
    """Which part of the data a job or a resume was drawn into: decided once, never again."""

    class Part(models.TextChoices):
        """What the feedback of the job or candidate is for."""

        TRAIN = "train", "Training"
        VALIDATION = "validation", "Validation"
        TEST = "test", "Test"

    job = models.OneToOneField("jobs.Job", null=True, blank=True, on_delete=models.CASCADE, related_name="split")
    resume = models.OneToOneField(
        "resumes.Resume", null=True, blank=True, on_delete=models.CASCADE, related_name="split"
    )
    part = models.CharField(max_length=10, choices=Part.choices)
    reason = models.CharField(max_length=20, help_text="hash, person (another resume of theirs), near_duplicate")
    salt = models.CharField(max_length=64)
    fingerprint = models.CharField(max_length=16, blank=True, help_text="Simhash of the resume's text, hex")
    band_0 = models.PositiveIntegerField(null=True, blank=True, db_index=True)
    band_1 = models.PositiveIntegerField(null=True, blank=True, db_index=True)
    band_2 = models.PositiveIntegerField(null=True, blank=True, db_index=True)
    band_3 = models.PositiveIntegerField(null=True, blank=True, db_index=True)
    decided_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="split_is_of_a_job_or_a_resume",
                condition=Q(job__isnull=False, resume__isnull=True) | Q(job__isnull=True, resume__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.job_id or self.resume_id}: {self.part}"


class Snapshot(models.Model):
    """Feedback as it was at one time: files that never change but for what erasure cuts out of them."""

    snapshot_id = models.CharField(primary_key=True, max_length=12, editable=False)
    hash = models.CharField(max_length=64, db_index=True, help_text="SHA-256 of manifest.json")
    records_sha256 = models.CharField(max_length=64)
    filters = models.JSONField(default=dict)
    counts = models.JSONField(default=dict, help_text="Records by part, kind and rating, and why rows were left out")
    manifest = models.JSONField(default=dict)
    card = models.TextField(blank=True, help_text="The data card, Markdown")
    formats = models.JSONField(default=list, help_text="Formats written beside the records")
    outputs = models.JSONField(default=list, help_text="Copies written elsewhere: path, format, SHA-256")
    erasures = models.JSONField(default=list, help_text="What was cut out: when, how many, old and new hash")
    with_personal_data = models.BooleanField(default=False)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="children")
    created_at = models.DateTimeField(default=timezone.now, db_index=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["-created_at", "snapshot_id"]
        permissions = [("export_personal_data", "Can export training data with candidates' personal data")]

    def __str__(self) -> str:
        return f"Snapshot {self.snapshot_id}"

    @property
    def folder(self) -> Path:
        """Where its files lie."""
        return Path(settings.SNAPSHOT_ROOT) / self.snapshot_id


class TrainingRun(models.Model):
    """One training of an adapter: what went in, what came out, and whether a person put it to use."""

    class Status(models.TextChoices):
        """How far the run has come."""

        QUEUED = "queued", "Waiting"
        RUNNING = "running", "Training"
        DONE = "done", "Trained"
        FAILED = "failed", "Failed"
        CANCELLED = "cancelled", "Cancelled"

    class Verdict(models.TextChoices):
        """What the held-out data say."""

        UNKNOWN = "", "Not evaluated"
        CANDIDATE = "candidate", "Better: may be promoted"
        NOT_BETTER = "not_better", "Not better"

    task = models.CharField(max_length=10, help_text="embed, sft, dpo, kto")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.QUEUED)
    verdict = models.CharField(max_length=12, choices=Verdict.choices, default=Verdict.UNKNOWN, blank=True)
    parameters = models.JSONField(default=dict)
    metrics = models.JSONField(default=dict, blank=True)
    versions = models.JSONField(default=dict, blank=True)
    progress = models.JSONField(default=dict, blank=True)
    log = models.TextField(blank=True)
    host = models.CharField(max_length=255, blank=True, help_text="The machine that carries it out")
    error = models.CharField(max_length=500, blank=True)
    snapshot = models.ForeignKey(Snapshot, null=True, blank=True, on_delete=models.SET_NULL, related_name="runs")
    snapshot_hash = models.CharField(max_length=64, blank=True, help_text="Of the snapshot as it was when it was read")
    base = models.CharField(max_length=300, blank=True, help_text="Name of the base model")
    base_sha256 = models.CharField(max_length=64, blank=True)
    evaluation = models.JSONField(default=dict, blank=True, help_text="Figures on held-out jobs")
    cancel_requested = models.BooleanField(default=False)
    adapter_path = models.CharField(max_length=500, blank=True, help_text="Folder under MODEL_ROOT")
    adapter_sha256 = models.CharField(max_length=64, blank=True)
    embedding_model = models.OneToOneField(
        "vectors.EmbeddingModel", null=True, blank=True, on_delete=models.SET_NULL, related_name="training_run"
    )
    created_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["-created_at", "-id"]
        permissions = [("promote_adapter", "Can put an adapter to use and take it back")]
        constraints = [
            models.CheckConstraint(
                name="training_status_agrees_with_outcome",
                condition=Q(status__in=["queued", "running"], finished_at__isnull=True)
                | (Q(status="done", finished_at__isnull=False) & ~Q(adapter_sha256=""))
                | (Q(status__in=["failed", "cancelled"], finished_at__isnull=False) & ~Q(error="")),
            ),
        ]

    def __str__(self) -> str:
        return f"Training run {self.pk} ({self.task})"

    @property
    def newest_step(self) -> "TrainingStep | None":
        """The newest of measuring and putting to use, None before the first."""
        return next(iter(self.steps.all()), None)

    @property
    def is_under_way(self) -> bool:
        """True while it trains, is measured or put to use, or waits for it."""
        step = self.newest_step
        return self.status in ("queued", "running") or (step is not None and step.status in TrainingStep.OPEN)

    @property
    def records_erased_since(self) -> int:
        """How many records of the snapshot, as the run read it, were erased since: the adapter was trained on them."""
        erasures = self.snapshot.erasures if self.snapshot is not None else []
        hashes = [erasure["old_hash"] for erasure in erasures]
        if self.snapshot_hash not in hashes:
            return 0
        return sum(int(erasure["records"]) for erasure in erasures[hashes.index(self.snapshot_hash) :])


class TrainingStep(models.Model):
    """What is done with a trained adapter in the background: measuring it, or making ready what will serve it."""

    class Kind(models.TextChoices):
        """What is done."""

        EVALUATE = "evaluate", "Measuring"
        PROMOTE = "promote", "Putting to use"

    class Status(models.TextChoices):
        """How far it has come."""

        QUEUED = "queued", "Waiting"
        RUNNING = "running", "Running"
        DONE = "done", "Done"
        FAILED = "failed", "Failed"
        CANCELLED = "cancelled", "Cancelled"

    OPEN = (Status.QUEUED, Status.RUNNING)

    run = models.ForeignKey(TrainingRun, on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.QUEUED)
    host = models.CharField(max_length=255, blank=True, help_text="The machine that carries it out")
    forced = models.BooleanField(default=False, help_text="Put to use though it was not found better")
    progress = models.JSONField(default=dict, blank=True, help_text="done of total, seconds_left")
    error = models.CharField(max_length=500, blank=True)
    cancel_requested = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["run"], condition=Q(status__in=["queued", "running"]), name="one_open_step_per_run"
            ),
            models.CheckConstraint(
                name="step_status_agrees_with_outcome",
                condition=Q(status__in=["queued", "running"], finished_at__isnull=True, error="")
                | Q(status="done", finished_at__isnull=False, error="")
                | (Q(status__in=["failed", "cancelled"], finished_at__isnull=False) & ~Q(error="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of run {self.run_id}"
