"""Fixtures every test may use: users by role, API clients, throw-away folders."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.test import Client
from rest_framework.test import APIClient

from atsproject import roles
from vectors.stores import chroma_store

MakeUser = Callable[..., User]
PASSWORD = "correct horse battery staple"
DATABASE_FIXTURES = {
    "db",
    "transactional_db",
    "django_db_reset_sequences",
    "django_db_serialized_rollback",
    "live_server",
}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that use the database, so that ``-m database`` can run them alone on another one."""
    for item in items:
        used = DATABASE_FIXTURES.intersection(getattr(item, "fixturenames", ()))
        if used or item.get_closest_marker("django_db") is not None:
            item.add_marker("database")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None, tmp_path_factory: pytest.TempPathFactory) -> None:
    """SQLite in a file, as the site has it: threads that share a database in memory lock each other's tables."""
    from django.db import connection

    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(autouse=True)
def fresh_folders(settings, tmp_path_factory) -> Iterator[Path]:
    """Files and indexes of each test in folders of its own; indexes are closed after it."""
    root: Path = tmp_path_factory.mktemp("ats")
    settings.MEDIA_ROOT = root / "media"
    settings.VECTOR_ROOT = root / "vectors"
    yield root
    chroma_store.release()


@pytest.fixture(autouse=True)
def _no_leftover_throttle():
    """The throttle counts in the cache: start each test at zero."""
    from django.core.cache import cache

    cache.clear()


@pytest.fixture
def make_user(db) -> MakeUser:
    """``make_user("alice", role="recruiter")``; no role leaves the user without any."""

    def make(username: str, role: str = "", **fields) -> User:
        user = User.objects.create_user(username, password=PASSWORD, **fields)
        if role:
            roles.give_role(user, role)
        return user

    return make


@pytest.fixture
def recruiter(make_user: MakeUser) -> User:
    return make_user("alice", "recruiter")


@pytest.fixture
def other_recruiter(make_user: MakeUser) -> User:
    return make_user("bob", "recruiter")


@pytest.fixture
def hiring_manager(make_user: MakeUser) -> User:
    return make_user("harriet", "hiring_manager")


@pytest.fixture
def auditor(make_user: MakeUser) -> User:
    return make_user("audrey", "auditor")


@pytest.fixture
def api_user(make_user: MakeUser) -> User:
    return make_user("robot", "api_client")


@pytest.fixture
def stranger(make_user: MakeUser) -> User:
    """Signed in, but without any role."""
    return make_user("charlie")


@pytest.fixture
def administrator(db) -> User:
    return User.objects.create_superuser("root", password=PASSWORD)


@pytest.fixture
def api_as() -> Callable[[User], APIClient]:
    """``api_as(user)``: a client of the API signed in as the user."""

    def make(user: User) -> APIClient:
        client = APIClient()
        client.force_authenticate(user)
        return client

    return make


@pytest.fixture
def api(recruiter: User, api_as: Callable[[User], APIClient]) -> APIClient:
    """A client of the API signed in as a recruiter."""
    return api_as(recruiter)


@pytest.fixture
def page_as() -> Callable[[User], Client]:
    """``page_as(user)``: a browser-like client signed in as the user."""

    def make(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return make


@pytest.fixture
def pages(recruiter: User, page_as: Callable[[User], Client]) -> Client:
    """A browser-like client signed in as a recruiter."""
    return page_as(recruiter)
