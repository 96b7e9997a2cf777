"""Settings of the test run: the product's own, with throw-away folders and a quick embedder."""

import tempfile
from pathlib import Path

from atsproject.settings import *  # noqa: F403
from atsproject.settings import CACHES, STORAGES

_ROOT = Path(tempfile.mkdtemp(prefix="ats-tests-"))

SECRET_KEY = "only-for-tests-only-for-tests-only-for-tests-0123456789"
MEDIA_ROOT = _ROOT / "media"
VECTOR_ROOT = _ROOT / "vectors"
STATIC_ROOT = _ROOT / "static"
STATIC_ROOT.mkdir()
SNAPSHOT_ROOT = _ROOT / "snapshots"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
CACHES = {**CACHES, "pages": {**CACHES["pages"], "LOCATION": str(_ROOT / "page-images")}}
EMBEDDERS = {
    "default": {"BACKEND": "vectors.embedders.HashingEmbedder", "OPTIONS": {}},
}
