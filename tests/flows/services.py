"""The services of a larger installation, each in a place of its own: PostgreSQL, Redis, Chroma, S3."""

import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from tests.flows.installation import answers, free_port, wait_for

POSTGRES_PORT = 5432
REDIS_PORT = 6379
# A database of Redis that the default settings do not use, so that a queue somebody uses stays untouched.
REDIS_URL = f"redis://127.0.0.1:{REDIS_PORT}/11"


def missing() -> list[str]:
    """Which services do not answer, in words; empty when all do."""
    named = {"PostgreSQL": POSTGRES_PORT, "Redis": REDIS_PORT}
    return [f"{name} does not answer on 127.0.0.1:{port}" for name, port in named.items() if not answers(port)]


@contextmanager
def database() -> Iterator[str]:
    """A PostgreSQL database that is gone afterwards; its address."""
    name = f"ats_flow_{uuid.uuid4().hex[:12]}"
    user = os.environ.get("PGUSER", "postgres")
    server = f"postgres://{user}@127.0.0.1:{POSTGRES_PORT}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    try:
        yield f"{server}/{name}"
    finally:
        with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def running(command: list[str], port: int, log: Path, seconds: float = 60) -> Iterator[None]:
    """A server process that listens on the port, ended afterwards."""
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, start_new_session=True)
    try:

        def up() -> bool:
            assert process.poll() is None, log.read_text(errors="replace")
            return answers(port)

        wait_for(up, seconds, f"{command[0]} on port {port}")
        yield
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextmanager
def chroma_server(folder: Path) -> Iterator[str]:
    """``chroma run`` on a free port; its address."""
    port = free_port()
    program = str(Path(sys.executable).parent / "chroma")
    command = [program, "run", "--path", str(folder / "chroma"), "--host", "127.0.0.1", "--port", str(port)]
    with running(command, port, folder / "chroma.log"):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def object_store(folder: Path) -> Iterator[str]:
    """moto's S3 on a free port; its address."""
    port = free_port()
    program = str(Path(sys.executable).parent / "moto_server")
    with running([program, "-H", "127.0.0.1", "-p", str(port)], port, folder / "s3.log"):
        yield f"http://127.0.0.1:{port}"


def make_bucket(endpoint: str, name: str) -> None:
    """A bucket in moto's S3, which takes any credentials."""
    import boto3

    client = boto3.client(
        "s3",
        endpoint_url=endpoint,
        region_name="us-east-1",
        aws_access_key_id="flow",
        aws_secret_access_key="flow",
    )
    client.create_bucket(Bucket=name)


def keys_in(endpoint: str, name: str) -> list[str]:
    """The keys of everything in the bucket."""
    import boto3

    client = boto3.client(
        "s3",
        endpoint_url=endpoint,
        region_name="us-east-1",
        aws_access_key_id="flow",
        aws_secret_access_key="flow",
    )
    return sorted(item["Key"] for item in client.list_objects_v2(Bucket=name).get("Contents", []))
