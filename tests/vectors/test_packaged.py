"""Weights other than the expected ones are refused."""

import pytest

from vectors import packaged


def test_damaged_weights_are_refused(tmp_path, monkeypatch):
    (tmp_path / "model.safetensors").write_bytes(b"not the weights")
    monkeypatch.setattr(packaged, "packaged_folder", lambda: tmp_path)
    packaged.verified_folder.cache_clear()
    with pytest.raises(packaged.ModelRefused, match="damaged or another one"):
        packaged.verified_folder()
    packaged.verified_folder.cache_clear()
