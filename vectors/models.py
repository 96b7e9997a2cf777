"""Rows behind meaning: which model is in use, every embedding, and the queue of index changes."""

from django.db import models
from django.db.models import Q


class EmbeddingModel(models.Model):
    """A model (or a base model with an adapter merged in) that embeddings were made with.

    Exactly one row is active: it is the model in use, and switching it is one update.
    """

    key = models.CharField(max_length=100, unique=True, help_text="Stable name, such as all-MiniLM-L6-v2")
    source = models.CharField(max_length=500, blank=True, help_text="Package, hub name or path the weights come from")
    weights_sha256 = models.CharField(max_length=64, blank=True)
    dimension = models.PositiveIntegerField()
    base = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="adapted")
    replaced = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", help_text="In use before this one"
    )
    artefact = models.CharField(max_length=500, blank=True, help_text="Folder under MODEL_ROOT that serves it")
    artefact_sha256 = models.CharField(max_length=64, blank=True)
    fit = models.JSONField(
        default=dict,
        blank=True,
        help_text="Of an adapted model: its share of a score and its scale",
    )
    is_active = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["is_active"], condition=Q(is_active=True), name="one_active_model"),
        ]

    def __str__(self) -> str:
        return self.key


class Embedding(models.Model):
    """The vector of one text under one model, so that the same text is embedded once."""

    model = models.ForeignKey(EmbeddingModel, on_delete=models.CASCADE, related_name="embeddings")
    content_hash = models.CharField(max_length=64, help_text="SHA-256 of the text, hex")
    vector = models.BinaryField(help_text="float32, little endian, L2-normalised")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["model", "content_hash"], name="one_embedding_per_text"),
        ]

    def __str__(self) -> str:
        return f"{self.content_hash[:12]} by model {self.model_id}"


class OutboxEntry(models.Model):
    """A change that the indexes have yet to take: the key only, never the text."""

    collection = models.CharField(max_length=50)
    key = models.CharField(max_length=64)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["collection", "id"])]
        verbose_name_plural = "outbox entries"

    def __str__(self) -> str:
        return f"{self.collection}/{self.key}"


class IndexProgress(models.Model):
    """How far one copy of one index has come in the outbox."""

    model = models.ForeignKey(EmbeddingModel, null=True, on_delete=models.CASCADE, related_name="+")
    index = models.CharField(max_length=20, help_text="faiss or chroma")
    copy = models.CharField(max_length=200, help_text="Which copy: host and path, or the server's address")
    collection = models.CharField(max_length=50)
    last_entry = models.BigIntegerField(default=0)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["model", "index", "copy", "collection"], name="one_progress_per_copy"),
        ]
        verbose_name_plural = "index progress"

    def __str__(self) -> str:
        return f"{self.index} {self.collection} at {self.last_entry}"


class IndexRequest(models.Model):
    """Work asked of whoever holds an index that only one process may open."""

    class Kind(models.TextChoices):
        """What is asked."""

        DRAIN = "drain"
        REBUILD = "rebuild"
        DROP = "drop"

    kind = models.CharField(max_length=10, choices=Kind.choices)
    model = models.ForeignKey(
        EmbeddingModel,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text="Else the one in use",
    )
    index = models.CharField(max_length=20)
    collection = models.CharField(max_length=50)
    created_at = models.DateTimeField(auto_now_add=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.JSONField(default=dict, blank=True)
    error = models.CharField(max_length=500, blank=True)

    def __str__(self) -> str:
        return f"{self.kind} {self.index} {self.collection}"
