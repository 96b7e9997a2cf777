"""What holds for the running server before any work is done."""

import socket
import subprocess
import sys

import httpx
import pytest

from tests.flows.installation import ROOT, Installation, free_port, wait_for

pytestmark = pytest.mark.flow


def test_health_answers_without_signing_in(site):
    assert httpx.get(f"{site.url}/healthz").json() == {"status": "ok"}
    ready = httpx.get(f"{site.url}/readyz")
    assert (ready.status_code, ready.json()["status"]) == (200, "ready")


@pytest.mark.parametrize("path", ["/api/jobs", "/api/resumes", "/api/storage/stats", "/api/schema", "/api/nothing"])
def test_the_api_asks_for_a_token(site, path):
    response = httpx.get(f"{site.url}{path}")
    assert response.status_code == 401
    assert response.headers["WWW-Authenticate"] == "Token"
    assert response.json().keys() == {"detail", "code", "errors"}


@pytest.mark.parametrize("path", ["/", "/jobs/", "/admin/", "/media/x.pdf"])
def test_pages_ask_to_sign_in(site, path):
    response = httpx.get(f"{site.url}{path}")
    assert response.status_code in (302, 404)
    if response.status_code == 302:
        assert "/login/" in response.headers["Location"]


def test_a_token_opens_the_api(alice):
    stats = alice.get("/api/storage/stats").json()
    assert stats["jobs"] == {"total": 0, "recent": 0}
    assert stats["feedback"] == {"total_feedback": 0, "average_rating": None}
    assert stats["current_job_id"] is None


def test_the_schema_and_its_pages_need_no_other_host(site, alice):
    schema = alice.get("/api/schema?format=json")
    assert schema.json()["openapi"].startswith("3.")
    page = alice.get("/api/docs")
    assert page.status_code == 200
    assert "https://" not in page.text
    assert httpx.get(f"{site.url}/api/docs").status_code == 302


def test_a_huge_body_is_refused_and_the_server_lives_on(site, alice):
    refused = alice.post(
        "/api/tokens", content=b'{"a": "' + b"x" * 6_000_000 + b'"}', headers={"Content-Type": "application/json"}
    )
    assert (refused.status_code, refused.json()["code"]) == (413, "body_too_large")
    assert alice.get("/api/tokens").status_code == 200


def test_serve_runs_web_and_worker_and_stops_both(tmp_path):
    installation = Installation(tmp_path)
    installation.manage("migrate", "--verbosity=0")
    command = [sys.executable, "manage.py", "serve", "--no-prepare", f"--port={installation.port}"]
    served = subprocess.Popen(
        command, cwd=ROOT, env=installation.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:

        def up() -> bool:
            try:
                return httpx.get(f"{installation.url}/healthz").status_code == 200
            except httpx.TransportError:
                return False

        wait_for(up, 60, "the site's first answer")
        again = subprocess.run(
            command, cwd=ROOT, env=installation.environment, capture_output=True, text=True, check=False
        )
        assert again.returncode == 1
        assert f"Port {installation.port} on 127.0.0.1 is in use" in again.stderr
    finally:
        served.terminate()
        out, err = served.communicate(timeout=60)
    assert served.returncode == 0, err
    assert installation.url.replace("127.0.0.1", "localhost") in out
    assert not up()


def test_serve_refuses_an_address_of_another_machine(tmp_path):
    installation = Installation(tmp_path)
    done = installation.manage("serve", "--no-prepare", "--address=192.0.2.1", f"--port={free_port()}", check=False)
    assert done.returncode == 1
    assert "cannot be listened on" in done.stderr


def test_a_broken_request_line_does_not_harm(site):
    with socket.create_connection(("127.0.0.1", site.port), timeout=5) as connection:
        connection.sendall(b"\x00\xff\r\n\r\n")
        connection.recv(1000)
    assert httpx.get(f"{site.url}/healthz").status_code == 200
