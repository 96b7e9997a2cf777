"""Running servers for the flow tests."""

from collections.abc import Iterator

import httpx
import pytest

from tests.flows.installation import Installation


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[Installation]:
    """A default installation (SQLite, local files, tasks in the request), served over HTTP."""
    installation = Installation(tmp_path_factory.mktemp("site"))
    installation.manage("migrate", "--verbosity=0")
    try:
        installation.serve()
        yield installation
    finally:
        installation.stop()


@pytest.fixture(scope="module")
def alice(site) -> Iterator[httpx.Client]:
    """A recruiter's program."""
    with site.client("alice", "recruiter") as client:
        yield client


@pytest.fixture(scope="module")
def bob(site) -> Iterator[httpx.Client]:
    """Another recruiter's program."""
    with site.client("bob", "recruiter") as client:
        yield client
