"""Every error of the API has one shape and means what it says."""

import pytest
from django.core.exceptions import RequestDataTooBig
from django.db import DataError, OperationalError
from rest_framework.exceptions import APIException, ValidationError
from rest_framework.test import APIClient

from atsproject.api.errors import handle_exception

pytestmark = pytest.mark.django_db


def assert_error(response, status: int, code: str):
    assert response.status_code == status
    assert response["Content-Type"] == "application/json"
    body = response.json()
    assert {"detail", "code", "errors"} <= body.keys()
    assert body["code"] == code
    assert body["detail"]
    return body


@pytest.mark.parametrize("path", ["/api/nothing", "/api/nothing/at/all/", "/api/", "/api"])
@pytest.mark.parametrize("method", ["get", "post", "delete", "put"])
def test_unknown_routes(api, path, method):
    assert_error(getattr(api, method)(path), 404, "no_route")


def test_a_stranger_to_the_api_is_asked_for_a_token():
    for path in ("/api/tokens", "/api/nothing", "/api/schema", "/api/storage/stats"):
        response = APIClient().get(path)
        assert_error(response, 401, "not_authenticated")
        assert response["WWW-Authenticate"] == "Token"


def test_a_user_without_a_role_is_refused(stranger, api_as):
    for path in ("/api/tokens", "/api/schema", "/api/storage/stats", "/api/nothing"):
        assert_error(api_as(stranger).get(path), 403, "permission_denied")


def test_wrong_method(api):
    response = api.put("/api/tokens", {})
    assert_error(response, 405, "method_not_allowed")
    assert "GET" in response["Allow"]


@pytest.mark.parametrize("method", ["TRACE", "QUERY", "MADE-UP"])
@pytest.mark.parametrize("path", ["/api/jobs", "/api/upload-resume", "/api/tokens", "/api/feedback/search"])
def test_a_method_that_no_view_has(api, method, path):
    assert_error(api.generic(method, path), 405, "method_not_allowed")


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"[1, 2",
        b'"text"',
        b"null",
        b"NaN",
        b"\xff\xfe",
        b'{"a": "\\u0000"}',
        b'{"a": ["\\ud800"]}',
        b"[" * 100_000,
        b'{"a":' * 300 + b"1" + b"}" * 300,
    ],
)
def test_malformed_json(api, body):
    assert_error(api.post("/api/tokens", body, content_type="application/json"), 400, "parse_error")


def test_a_body_that_is_too_large(api, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    body = b'{"a": "' + b"x" * 2000 + b'"}'
    assert_error(api.post("/api/tokens", body, content_type="application/json"), 413, "body_too_large")


def test_an_unknown_media_type(api):
    assert_error(api.post("/api/tokens", b"a,b", content_type="text/csv"), 415, "unsupported_media_type")


def test_a_browser_gets_json_too(api):
    assert api.get("/api/tokens", HTTP_ACCEPT="text/html").status_code == 200


def test_nul_characters_in_the_address(api):
    assert_error(api.get("/api/tokens?limit=%00"), 400, "bad_request")
    assert_error(api.get("/api/jobs/%00"), 400, "bad_request")


def test_validation_names_the_fields(api):
    body = assert_error(api.post("/api/tokens", {"expires_in_days": "soon"}), 400, "invalid")
    assert list(body["errors"]) == ["expires_in_days"]
    assert "expires_in_days" in body["detail"]


def test_an_unforeseen_error_is_json(recruiter, monkeypatch):
    from atsproject.api import stats

    def broken(**kwargs):
        raise RuntimeError("Jane Doe")

    monkeypatch.setattr(stats, "storage_stats", broken)
    client = APIClient(raise_request_exception=False)
    client.force_login(recruiter)
    response = client.get("/api/storage/stats")
    assert_error(response, 500, "server_error")
    assert b"Jane" not in response.content


@pytest.mark.parametrize(
    "raised, status, code",
    [
        (RequestDataTooBig(), 413, "body_too_large"),
        (OperationalError("database is locked"), 503, "database_busy"),
        (DataError("value too long: Jane"), 400, "out_of_range"),
        (OSError(28, "No space left on device"), 503, "storage_full"),
    ],
)
def test_foreseen_errors_of_what_lies_below(raised, status, code):
    response = handle_exception(raised, {})
    assert response is not None
    assert (response.status_code, response.data["code"]) == (status, code)
    assert "Jane" not in response.data["detail"]


def test_extra_of_a_service_error_is_in_the_body():
    class Unreadable(APIException):
        status_code = 422
        default_code = "encrypted"
        default_detail = "Locked."
        extra = {"resume_id": "resume_1"}

    response = handle_exception(Unreadable(), {})
    assert response is not None
    assert response.data == {"detail": "Locked.", "code": "encrypted", "errors": {}, "resume_id": "resume_1"}


def test_nested_validation_errors_are_flat():
    response = handle_exception(ValidationError({"context": {"0": ["Not a string."]}}), {})
    assert response is not None
    assert response.data["errors"] == {"context": ["0: Not a string."]}


def test_a_single_validation_code_is_kept():
    response = handle_exception(ValidationError("No job is selected.", code="no_job"), {})
    assert response is not None
    assert (response.data["code"], response.data["detail"]) == ("no_job", "No job is selected.")
