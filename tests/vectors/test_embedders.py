"""Every embedder keeps the same promises."""

import subprocess
import sys

import numpy as np
import pytest

from vectors.embedders import HashingEmbedder, OnnxEmbedder, SentenceTransformersEmbedder, get_embedder
from vectors.packaged import PACKAGED_KEY, WEIGHTS_SHA256

TEXTS = ["Registered nurse in intensive care", "Wrote a payment service in Django", "x", "one two three four " * 200]
EMBEDDERS = [
    HashingEmbedder,
    pytest.param(OnnxEmbedder, marks=pytest.mark.real_model),
    pytest.param(SentenceTransformersEmbedder, marks=pytest.mark.real_model),
]


@pytest.fixture(params=EMBEDDERS, scope="module")
def embedder(request):
    return request.param()


def test_rows_are_unit_vectors_of_the_stated_dimension(embedder):
    rows = embedder.encode(TEXTS)
    assert rows.shape == (len(TEXTS), embedder.dimension)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-5)


def test_a_text_alone_has_the_bytes_it_has_in_company(embedder):
    together = embedder.encode(TEXTS)
    for text, row in zip(TEXTS, together, strict=True):
        assert embedder.encode([text])[0].tobytes() == row.tobytes()


def test_no_texts_give_no_rows(embedder):
    assert embedder.encode([]).shape == (0, embedder.dimension)


def test_related_texts_are_nearer(embedder):
    asked, near, far = embedder.encode(
        ["experience with Django web services", "built web services in Django", "cared for surgical patients"]
    )
    assert asked @ near > asked @ far


@pytest.mark.real_model
def test_the_export_agrees_with_the_reference():
    export, reference = OnnxEmbedder().encode(TEXTS), SentenceTransformersEmbedder().encode(TEXTS)
    assert (export * reference).sum(axis=1).min() > 0.9999


@pytest.mark.real_model
def test_the_packaged_model_is_named_and_hashed():
    assert OnnxEmbedder().key == PACKAGED_KEY
    assert OnnxEmbedder().weights_sha256 == SentenceTransformersEmbedder().weights_sha256 == WEIGHTS_SHA256


@pytest.mark.real_model
def test_the_onnx_embedder_never_imports_torch():
    OnnxEmbedder().encode(["the export exists from here on"])
    code = (
        "import django, sys; django.setup()\n"
        "from vectors.embedders import OnnxEmbedder\n"
        "OnnxEmbedder().encode(['a']); sys.exit('torch' in sys.modules or 'transformers' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_setting_chooses_and_changing_it_resets(settings):
    first = get_embedder()
    assert isinstance(first, HashingEmbedder)
    assert get_embedder() is first
    settings.EMBEDDERS = {"default": {"BACKEND": "vectors.embedders.HashingEmbedder", "OPTIONS": {"source": "other"}}}
    assert get_embedder().key != first.key
