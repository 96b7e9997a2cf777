"""Pages of lists, throttle, schema and docs."""

import pytest
from django.test import Client
from rest_framework.test import APIClient

from atsproject import tokens

pytestmark = pytest.mark.django_db


@pytest.fixture
def three_tokens(recruiter):
    return [tokens.public_id(tokens.create_token(user=recruiter, by=recruiter)[0]) for _ in range(3)]


def test_lists_come_in_pages_newest_first(api, three_tokens):
    first = api.get("/api/tokens?limit=2").json()
    assert first.keys() == {"count", "next", "previous", "results"}
    assert first["count"] == 3
    assert first["previous"] is None
    rest = api.get(first["next"]).json()
    assert [row["token_id"] for row in first["results"] + rest["results"]] == three_tokens[::-1]
    assert rest["next"] is None


@pytest.mark.parametrize(
    "query", ["limit=many", "limit=0", "limit=-1", "offset=-1", "offset=1.5", "offset=" + "9" * 30]
)
def test_bad_page_values_are_refused(api, query):
    response = api.get(f"/api/tokens?{query}")
    assert response.status_code == 400
    assert query.split("=")[0] in response.json()["errors"]


def test_a_limit_above_the_maximum_gives_the_maximum(api, three_tokens):
    body = api.get("/api/tokens?limit=100000").json()
    assert len(body["results"]) == 3


def test_a_page_past_the_end_is_empty(api, three_tokens):
    assert api.get("/api/tokens?offset=1000").json()["results"] == []


def test_an_address_takes_a_slash_at_its_end_and_needs_none(api):
    assert api.get("/api/tokens").status_code == api.get("/api/tokens/").status_code == 200
    assert api.get("/api/storage/stats/").status_code == 200


def test_the_throttle_counts_each_user(settings, recruiter, other_recruiter, api_as):
    settings.API_THROTTLE = 2
    alice, bob = api_as(recruiter), api_as(other_recruiter)
    assert [alice.get("/api/tokens").status_code for _ in range(3)] == [200, 200, 429]
    refused = alice.get("/api/tokens")
    assert refused.json()["code"] == "throttled"
    assert 0 < int(refused["Retry-After"]) <= 60
    assert bob.get("/api/tokens").status_code == 200


def test_the_schema_is_openapi_3(api):
    schema = api.get("/api/schema?format=json").json()
    assert schema["openapi"].startswith("3.")
    assert "/api/storage/stats" in schema["paths"]
    assert schema["components"]["securitySchemes"]["token"]["type"] in ("apiKey", "http")


def test_the_docs_page_is_served_from_our_own_files(pages):
    page = pages.get("/api/docs")
    assert page.status_code == 200
    html = page.content.decode()
    assert "//cdn" not in html
    assert "<script>" not in html
    script = pages.get("/api/docs?script=")
    assert script["Content-Type"].startswith("application/javascript")
    policy = page["Content-Security-Policy"]
    assert "script-src 'self';" in policy + ";"
    assert "unsafe-eval" not in policy


def test_the_docs_send_a_visitor_to_sign_in():
    response = Client().get("/api/docs")
    assert response.status_code == 302
    assert response["Location"] == "/accounts/login/?next=/api/docs"


def test_the_docs_refuse_a_user_without_a_role(stranger, page_as):
    response = page_as(stranger).get("/api/docs")
    assert response.status_code == 403
    assert response.json()["code"] == "permission_denied"


def test_a_session_needs_the_csrf_token_to_change_something(recruiter):
    client = APIClient(enforce_csrf_checks=True)
    client.force_login(recruiter)
    response = client.post("/api/tokens")
    assert response.status_code == 403
    assert "CSRF" in response.json()["detail"]


@pytest.mark.parametrize("method", ["OPTIONS", "POST", "PUT", "TRACE"])
def test_the_docs_are_only_read(pages, method):
    assert pages.generic(method, "/api/docs").status_code == 405


@pytest.mark.parametrize("path", ["/api/jobs", "/api/feedback/export-csv", "/api/job-applications/export-xlsx"])
def test_nothing_on_the_way_keeps_an_answer(api, path):
    assert api.get(path)["Cache-Control"] == "private, no-store"
