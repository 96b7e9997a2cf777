"""Nothing but health, sign-in and static files answers a visitor; pages need a role that opens them."""

import pytest
from django.test import Client, RequestFactory
from django.urls import path

from atsproject import urls
from atsproject.handlers import page_not_found, server_error

pytestmark = pytest.mark.django_db


def a_page(request):
    from django.http import HttpResponse

    return HttpResponse("a page")


urlpatterns = [*urls.urlpatterns, path("a-page/", a_page)]


@pytest.fixture(autouse=True)
def _with_a_page(settings):
    settings.ROOT_URLCONF = __name__


def test_a_visitor_is_sent_to_sign_in():
    response = Client().get("/a-page/")
    assert (response.status_code, response["Location"]) == (302, "/accounts/login/?next=/a-page/")


@pytest.mark.parametrize(
    "fixture, status",
    [
        ("recruiter", 200),
        ("hiring_manager", 200),
        ("auditor", 200),
        ("administrator", 200),
        ("api_user", 403),
        ("stranger", 403),
    ],
)
def test_who_sees_a_page(request, page_as, fixture, status):
    assert page_as(request.getfixturevalue(fixture)).get("/a-page/").status_code == status


def test_a_program_does_not_enter_the_admin_even_as_staff(api_user, page_as):
    api_user.is_staff = True
    api_user.save()
    assert page_as(api_user).get("/admin/").status_code == 403


def test_the_policy_is_strict_everywhere_but_below_admin(page_as, administrator):
    client = page_as(administrator)
    page = client.get("/a-page/")["Content-Security-Policy"]
    assert "unsafe" not in page
    assert "frame-ancestors 'none'" in page
    admin = client.get("/admin/")["Content-Security-Policy"]
    assert "script-src 'self' 'unsafe-inline' 'unsafe-eval'" in admin
    assert "default-src 'self'" in admin


def test_errors_outside_any_view_are_json_for_programs_only():
    factory = RequestFactory()
    assert page_not_found(factory.get("/api/x"), Exception()).headers["Content-Type"] == "application/json"
    assert server_error(factory.get("/api/x")).status_code == 500
    assert server_error(factory.get("/x")).headers["Content-Type"].startswith("text/html")
