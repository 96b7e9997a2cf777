"""Resumes: one row for each distinct PDF, with everything read from it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from resumes.querysets import ResumeQuerySet


class Person(models.Model):
    """The candidate behind one or more resumes (versions of the same person's document)."""

    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"Person {self.pk}"


class Tag(models.Model):
    """A word of the recruiters' own by which they find resumes again. One without resumes is removed."""

    name = models.CharField(max_length=40, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return f"Tag {self.pk}"


class Resume(models.Model):
    """One distinct PDF: its file, its text with positions, and the profile read from it."""

    class Status(models.TextChoices):
        """How far reading has come."""

        QUEUED = "queued", "Waiting to be read"
        OCR_QUEUED = "ocr_queued", "Waiting for OCR"
        READY = "ready", "Read"
        UNREADABLE = "unreadable", "Could not be read"

    resume_id = models.CharField(primary_key=True, max_length=80, editable=False)
    sha256 = models.CharField(max_length=64, unique=True, null=True, blank=True, editable=False)
    file = models.FileField(
        max_length=300, blank=True, help_text="Storage key made from the hash; empty if imported without a PDF"
    )
    file_size = models.BigIntegerField(default=0)
    original_filename = models.CharField(max_length=255, blank=True)
    other_filenames = models.JSONField(default=list, blank=True, help_text="Other names the same PDF arrived under")
    uploaded_at = models.DateTimeField(default=timezone.now, db_index=True)
    queued_at = models.DateTimeField(
        default=timezone.now, editable=False, help_text="Since when it waits to be read, or last did"
    )
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="resumes")

    status = models.CharField(max_length=20, choices=Status.choices, default=Status.QUEUED)
    error_code = models.CharField(max_length=40, blank=True, help_text="encrypted, broken, no_text, too_large, timeout")
    error = models.CharField(max_length=500, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    text = models.TextField(blank=True, help_text="The stored text; every offset counts its code points")
    lines = models.JSONField(default=list, blank=True, help_text="resumes.document.Line rows, in reading order")
    hidden = models.JSONField(
        default=list, blank=True, help_text="Text a reader of the page cannot see, with the reason"
    )
    page_count = models.PositiveIntegerField(default=0)
    engine = models.CharField(max_length=40, blank=True, help_text="Which reader: pypdfium2, pypdf, tesseract, import")
    used_ocr = models.BooleanField(default=False)
    parse_quality = models.JSONField(
        default=dict, blank=True, help_text="level (good, fair, poor, unreadable) and flags"
    )
    profile = models.JSONField(default=dict, blank=True, help_text="JSON Resume names")
    parser_version = models.CharField(max_length=20, blank=True)
    candidate_name = models.CharField(max_length=200, blank=True, db_index=True)
    tags = models.ManyToManyField(Tag, blank=True, related_name="resumes")

    objects = ResumeQuerySet.as_manager()

    class Meta:
        ordering = ["-uploaded_at", "resume_id"]
        permissions = [("download_resume", "Can download the PDF of a resume")]
        constraints = [
            models.CheckConstraint(
                name="resume_status_agrees_with_outcome",
                condition=Q(status__in=["queued", "ocr_queued"], finished_at__isnull=True)
                | Q(status="ready", finished_at__isnull=False, error_code="")
                | (Q(status="unreadable", finished_at__isnull=False) & ~Q(error_code="")),
            ),
        ]

    def __str__(self) -> str:
        # The id, never the name: the trail keeps this text after the candidate is erased.
        return self.resume_id

    @property
    def download_name(self) -> str:
        """What its PDF is called where somebody takes it: as it came, with the ending that opens it."""
        name = self.original_filename or self.resume_id
        return name if name.lower().endswith(".pdf") else f"{name}.pdf"


class PersonKey(models.Model):
    """Something by which the person of a resume is known again in another file."""

    class Kind(models.TextChoices):
        """What the value is."""

        EMAIL = "email", "E-mail"
        PHONE = "phone", "End of the phone number"
        EMPLOYER = "employer", "Name with employer"

    resume = models.ForeignKey(Resume, on_delete=models.CASCADE, related_name="person_keys")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    value = models.CharField(max_length=254)

    class Meta:
        indexes = [models.Index(fields=["kind", "value"], name="personkey_kind_value")]
        constraints = [
            models.UniqueConstraint(fields=["resume", "kind", "value"], name="personkey_once_for_each_resume"),
        ]

    def __str__(self) -> str:
        return f"PersonKey {self.pk}"


class PersonRuling(models.Model):
    """What somebody said of two resumes: that one person wrote both, or that two people did. It outweighs all keys."""

    one = models.ForeignKey(Resume, on_delete=models.CASCADE, related_name="+", help_text="The smaller id of the two")
    other = models.ForeignKey(Resume, on_delete=models.CASCADE, related_name="+")
    same = models.BooleanField(help_text="Whether they are one person's")
    ruled_at = models.DateTimeField(default=timezone.now)
    ruled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        # That the smaller id comes first is no check of the database's: each has an order of letters of its own.
        constraints = [models.UniqueConstraint(fields=["one", "other"], name="person_ruling_once_for_two_resumes")]

    def __str__(self) -> str:
        return f"PersonRuling {self.pk}"
