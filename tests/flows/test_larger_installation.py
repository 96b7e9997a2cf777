"""The same work on PostgreSQL, RQ on Redis, a Chroma server and S3, by settings alone."""

import sys
import warnings
from collections.abc import Iterator
from contextlib import ExitStack

import httpx
import pytest
import redis

from tests.flows import services
from tests.flows.installation import Installation
from tests.flows.workflow import found_in, ok, run_main_job

pytestmark = [pytest.mark.flow, pytest.mark.real_model]
BUCKET = "resumes"


@pytest.fixture(scope="module")
def installation(tmp_path_factory) -> Iterator[Installation]:
    """Everything up, with one RQ worker; skipped aloud where a service does not answer."""
    absent = services.missing()
    if absent:
        warnings.warn(f"The flow of the larger installation was NOT run: {'; '.join(absent)}", stacklevel=1)
        pytest.skip("; ".join(absent))
    folder = tmp_path_factory.mktemp("larger")
    with ExitStack() as stack:
        address = stack.enter_context(services.object_store(folder))
        services.make_bucket(address, BUCKET)
        variables = {
            "DATABASE_URL": stack.enter_context(services.database()),
            "TASKS_BACKEND": "rq",
            "REDIS_URL": services.REDIS_URL,
            "CHROMA_URL": stack.enter_context(services.chroma_server(folder)),
            "STORAGE_BACKEND": "s3",
            "AWS_STORAGE_BUCKET_NAME": BUCKET,
            "AWS_S3_ENDPOINT_URL": address,
            "AWS_S3_REGION_NAME": "us-east-1",
            "AWS_ACCESS_KEY_ID": "flow",
            "AWS_SECRET_ACCESS_KEY": "flow",
            "AWS_S3_ADDRESSING_STYLE": "path",
        }
        redis.Redis.from_url(services.REDIS_URL).flushdb()
        made = Installation(folder, variables)
        stack.callback(lambda: redis.Redis.from_url(services.REDIS_URL).flushdb())
        stack.callback(made.stop)
        made.manage("migrate", "--verbosity=0")
        made.start(sys.executable, "manage.py", "rqworker", "--job-class=django_tasks_rq.Job", "default")
        made.serve()
        yield made


@pytest.fixture(scope="module")
def carol(installation) -> Iterator[httpx.Client]:
    with installation.client("carol", "api_client") as client:
        yield client


@pytest.fixture(scope="module")
def done(carol):
    """The main job through the queue."""
    return run_main_job(carol, queued=True)


def test_everything_is_ready(installation):
    report = httpx.get(f"{installation.url}/readyz").json()
    assert report["status"] == "ready", report


def test_the_pdfs_lie_in_the_bucket_and_come_back(installation, carol, done):
    keys = services.keys_in(installation.variables["AWS_S3_ENDPOINT_URL"], BUCKET)
    assert len([key for key in keys if key.endswith(".pdf")]) == 2
    assert not list((installation.root / "media").rglob("*.pdf"))
    resume_id = done["ids"]["developer"]["resume_id"]
    assert carol.get(f"/api/resumes/{resume_id}/pdf").content.startswith(b"%PDF")


def test_a_chroma_server_and_faiss_find_the_feedback(carol, done):
    feedback_id = done["feedback"]["feedback_id"]
    for backend in ("chroma", "faiss"):
        assert found_in(carol, backend, feedback_id)["rating"] == 5


def test_what_was_stored_is_counted(carol, done):
    stats = ok(carol.get("/api/storage/stats"))
    assert (stats["jobs"]["total"], stats["resumes"]["total"], stats["analyses"]["total"]) == (1, 2, 2)
    assert stats["files"]["bytes"] > 1000


def test_the_whole_history_can_be_deleted(carol, done):
    assert carol.delete(f"/api/jobs/{done['job']['job_id']}?cascade=true").status_code == 204
    assert ok(carol.get("/api/analyses"))["count"] == 0
