"""Health without signing in, naming what is not ready."""

import pytest
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.test import Client

pytestmark = pytest.mark.django_db


def test_up_and_ready():
    assert Client().get("/healthz").json() == {"status": "ok"}
    response = Client().get("/readyz")
    assert (response.status_code, response.json()["status"]) == (200, "ready")
    assert set(response.json()["checks"]) == {"database", "migrations", "storage", "indexes", "queue"}


def test_a_folder_that_cannot_be_written_is_named(settings, tmp_path):
    (tmp_path / "file").write_text("in the way")
    settings.MEDIA_ROOT = tmp_path / "file" / "media"
    settings.VECTOR_ROOT = tmp_path / "file" / "vectors"
    response = Client().get("/readyz")
    assert response.status_code == 503
    checks = response.json()["checks"]
    assert "MEDIA_ROOT" in checks["storage"]
    assert "VECTOR_ROOT" in checks["indexes"]
    assert checks["database"] == "ok"


def test_a_database_that_does_not_answer(monkeypatch):
    def silent():
        raise DatabaseError("gone")

    monkeypatch.setattr(connection, "cursor", silent)
    response = Client().get("/readyz")
    assert response.status_code == 503
    assert "DATABASE_URL" in response.json()["checks"]["database"]
    assert Client().get("/healthz").status_code == 200


def test_missing_migrations(monkeypatch):
    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda self, targets: ["one", "two"])
    assert "manage.py migrate" in Client().get("/readyz").json()["checks"]["migrations"]


def test_health_stays_reachable_without_https(settings):
    settings.SECURE_SSL_REDIRECT = True
    assert Client().get("/healthz").status_code == 200
    assert Client().get("/api/tokens").status_code == 301


def test_services_that_do_not_answer_are_named(settings):
    settings.CHROMA_URL = "http://127.0.0.1:1"
    settings.TASKS_BACKEND = "rq"
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    checks = Client().get("/readyz").json()["checks"]
    assert "CHROMA_URL" in checks["indexes"]
    assert "REDIS_URL" in checks["queue"]
