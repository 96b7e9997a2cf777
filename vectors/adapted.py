"""Models with an adapter merged in: kept under MODEL_ROOT, put to use and taken back by one pointer."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from vectors.models import Embedding, EmbeddingModel
from vectors.packaged import ModelRefused, weights_sha256


def served_folder(model: EmbeddingModel) -> Path:
    """The folder of an adapted model's files, its weights checked against their hash.

    Raises ModelRefused where they are missing or others.
    """
    folder = Path(settings.MODEL_ROOT) / model.artefact
    if not folder.is_dir():
        raise ModelRefused(f"The files of the adapted model {model.key} are missing from MODEL_ROOT.")
    if _verified.get(str(folder)) != model.artefact_sha256:
        if weights_sha256(folder) != model.artefact_sha256:
            raise ModelRefused(f"The files of the adapted model {model.key} are not those that were promoted.")
        _verified[str(folder)] = model.artefact_sha256
    return folder


_verified: dict[str, str] = {}


def register_adapted_model(
    *, key: str, base: EmbeddingModel, artefact: str, fit: dict[str, Any], weights: str
) -> EmbeddingModel:
    """Make the row of an adapted model, not yet in use. ``artefact`` is its folder under MODEL_ROOT.

    Vectors that files of the same key but with other weights gave are forgotten.
    """
    Embedding.objects.filter(model__key=key).exclude(model__artefact_sha256=weights).delete()
    row, _ = EmbeddingModel.objects.update_or_create(
        key=key,
        defaults={
            "source": base.source,
            "weights_sha256": weights,
            "artefact": artefact,
            "artefact_sha256": weights,
            "dimension": base.dimension,
            "base": base,
            "fit": fit,
        },
    )
    return row


def activate_model(model: EmbeddingModel) -> EmbeddingModel | None:
    """Make ``model`` the one in use: one pointer, switched in one transaction. Returns what was in use before."""
    with transaction.atomic():
        rows = list(EmbeddingModel.objects.select_for_update().order_by("pk"))
        before = next((row for row in rows if row.is_active), None)
        EmbeddingModel.objects.filter(is_active=True).update(is_active=False)
        EmbeddingModel.objects.filter(pk=model.pk).update(is_active=True)
    model.refresh_from_db()
    return before
