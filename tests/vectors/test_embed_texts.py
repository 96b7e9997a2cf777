"""A text is embedded once, whoever asks."""

import numpy as np
import pytest

from vectors import services
from vectors.embedders import HashingEmbedder
from vectors.models import Embedding, EmbeddingModel
from vectors.services import active_model, base_model, embed_query, embed_texts, stored_vectors, text_hash

pytestmark = pytest.mark.django_db


def test_rows_come_in_the_order_of_the_texts():
    rows = embed_texts(["b", "a", "b"])
    assert rows.shape == (3, active_model().dimension)
    assert rows[0].tobytes() == rows[2].tobytes() != rows[1].tobytes()
    assert Embedding.objects.count() == 2


def test_stored_vectors_are_read_not_made_again(monkeypatch):
    first = embed_texts(["nurse", "teacher"])

    class Refuses(HashingEmbedder):
        def encode(self, texts):
            raise AssertionError(f"embedded again: {texts}")

    monkeypatch.setattr(services, "embedder_of", lambda model: Refuses())
    assert embed_texts(["nurse", "teacher"]).tobytes() == first.tobytes()
    assert set(stored_vectors([text_hash("nurse"), text_hash("never seen")])) == {text_hash("nurse")}


def test_one_model_is_active_and_it_changes_with_the_setting(settings):
    before = active_model()
    assert active_model() == before == base_model()
    settings.EMBEDDERS = {"default": {"BACKEND": "vectors.embedders.HashingEmbedder", "OPTIONS": {"source": "second"}}}
    after = active_model()
    assert after != before
    assert EmbeddingModel.objects.filter(is_active=True).count() == 1


def test_an_adapted_model_stays_in_use_over_its_base():
    base = active_model()
    adapted = EmbeddingModel.objects.create(key="base+run1", dimension=base.dimension, base=base)
    from vectors.adapted import activate_model

    activate_model(adapted)
    assert active_model() == adapted
    assert base_model() == base


def test_no_texts_cost_nothing(django_assert_max_num_queries):
    active_model()
    with django_assert_max_num_queries(2):
        assert np.asarray(embed_texts([])).shape[0] == 0


def test_what_is_searched_for_is_embedded_alike_and_never_stored(db):
    asked = embed_query("who has nursed children")
    assert not Embedding.objects.exists()
    assert np.allclose(asked, embed_texts(["who has nursed children"])[0], atol=1e-6)
    assert embed_query("who has nursed children") is asked
    with pytest.raises(ValueError, match="read-only"):
        asked[0] = 1
