"""Error pages: what happened, what to do next, the request's number; JSON for the API."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import path

from atsproject.urls import handler400, handler403, handler404, handler500  # noqa: F401  (this file is a URLconf)
from atsproject.urls import urlpatterns as all_addresses
from tests.conftest import PASSWORD

pytestmark = pytest.mark.django_db


def broken(request):
    raise RuntimeError("Grace Example")


urlpatterns = [path("broken/", broken), path("api/broken", broken), *all_addresses]


def assert_page(response, status: int, *words: str) -> None:
    text = response.content.decode()
    assert response.status_code == status
    assert f"Error {status}" in text
    assert response["X-Request-ID"] in text
    assert "pages/tokens.css" in text
    assert "script-src 'self'" in response["Content-Security-Policy"]
    for word in words:
        assert word in text


def test_what_is_not_there_says_where_to_look(pages, administrator, page_as):
    assert_page(pages.get("/nowhere/"), 404, "Page not found", 'href="/resumes/"')
    assert_page(page_as(administrator).get("/admin/nowhere/"), 404)


def test_what_a_role_may_not_open_says_who_can_help(auditor, stranger, page_as):
    assert_page(page_as(auditor).get("/jobs/new/"), 403, "does not include opening jobs", "administrator", "audrey")
    assert_page(page_as(stranger).get("/jobs/"), 403, "no role yet")


def test_a_form_that_is_too_old_says_what_to_do(recruiter):
    client = Client(enforce_csrf_checks=True)
    client.force_login(recruiter)
    assert_page(client.post("/jobs/new/", {"job_description": "x"}), 403, "This form has expired", "reload the page")


def test_a_malformed_address_is_a_page_too(pages):
    assert_page(pages.get("/jobs/?q=%00"), 400, "NUL character")


def test_a_foreign_host_is_told_nothing_of_the_user(pages):
    response = pages.get("/", headers={"host": "evil.example"})
    assert_page(response, 400)
    assert "alice" not in response.content.decode()


@pytest.mark.parametrize("address", ["/resumes/upload/", "/admin/resumes/resume/add/"])
def test_a_file_over_the_limit_is_told_the_limit(administrator, page_as, settings, address):
    settings.MAX_UPLOAD_MB = 1
    big = SimpleUploadedFile("grace.pdf", b"%PDF-" + b"x" * (1 << 20), content_type="application/pdf")
    assert_page(page_as(administrator).post(address, {"files": [big]}), 413, "up to 1 MB", "grace.pdf", "smaller")


def test_a_small_file_beside_a_large_one_is_taken(administrator, page_as, settings):
    settings.MAX_UPLOAD_MB = 1
    files = [SimpleUploadedFile("big.pdf", b"%PDF-" + b"x" * (1 << 20)), SimpleUploadedFile("small.pdf", b"%PDF-1")]
    response = page_as(administrator).post("/resumes/upload/", {"files": files}, follow=True)
    assert response.status_code == 200
    text = response.content.decode()
    assert "big.pdf was not added: This file is larger than 1 MB" in text
    assert "small.pdf" in text.replace("big.pdf was not added", "")


def test_a_form_over_the_limit_is_a_413(pages, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    body = "job_description=" + "x" * 200
    kind = "application/x-www-form-urlencoded"
    assert_page(pages.post("/jobs/new/", body, content_type=kind), 413, "This file is too large")


@pytest.mark.urls(__name__)
def test_an_error_of_ours_tells_nothing_of_itself(recruiter):
    client = Client(raise_request_exception=False)
    client.force_login(recruiter)
    response = client.get("/broken/", headers={"X-Request-ID": "from-the-proxy-1"})
    assert_page(response, 500, "Something went wrong on our side", "from-the-proxy-1")
    assert "Grace" not in response.content.decode()
    answer = client.get("/api/broken")
    assert (answer.status_code, answer.json()["code"]) == (500, "server_error")


@pytest.mark.urls(__name__)
def test_a_request_number_of_a_stranger_is_not_repeated(client):
    assert client.get("/healthz", headers={"X-Request-ID": "<script>"})["X-Request-ID"].isalnum()


def test_the_icon_is_there_without_signing_in(client):
    response = client.get("/favicon.ico")
    assert response["Content-Type"] == "image/svg+xml"
    assert b"".join(response.streaming_content).startswith(b"<svg")


def test_the_log_names_the_request(pages, caplog):
    from atsproject.request_id import RequestIdFilter

    caplog.handler.addFilter(RequestIdFilter())
    response = pages.get("/nowhere/")
    assert response["X-Request-ID"] in {getattr(record, "request_id", "") for record in caplog.records}


def test_sign_in_slows_down_guessing_and_forgets_with_time(client, recruiter, monkeypatch):
    from atsproject.pages import sign_in

    wrong, right = ({"username": "alice", "password": word} for word in ("guess", PASSWORD))
    for _ in range(sign_in.MOST_FAILURES):
        response = client.post("/accounts/login/", wrong)
        assert "do not match" in response.content.decode()
    waiting = client.post("/accounts/login/", right)
    assert waiting.status_code == 429
    assert "Too many failed attempts" in waiting.content.decode()
    now = sign_in.FailedSignIns.timer()
    monkeypatch.setattr(sign_in.FailedSignIns, "timer", lambda self: now + sign_in.WITHIN_SECONDS + 1)
    assert client.post("/accounts/login/", right).status_code == 302


def test_the_admin_signs_in_on_the_same_page(client, recruiter, administrator, page_as):
    response = client.get("/admin/jobs/job/", follow=True)
    assert response.redirect_chain[-1][0] == "/accounts/login/?next=/admin/jobs/job/"
    assert_page(page_as(recruiter).get("/admin/", follow=True), 403, "for administrators of this site")
    assert page_as(administrator).get("/admin/").status_code == 200
