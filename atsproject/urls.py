"""Addresses of the whole site."""

from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path, re_path

from atsproject.api.unknown import UnknownRoute
from atsproject.favicon import favicon
from atsproject.health import healthz, readyz
from atsproject.pages.sign_in import admin_sign_in

urlpatterns = [
    path("", include("atsproject.pages.urls")),
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("favicon.ico", favicon, name="favicon"),
    path("admin/login/", login_not_required(admin_sign_in), name="admin-sign-in"),
    path("admin/", admin.site.urls),
    path("api/", include("atsproject.api.urls")),
    re_path(r"^api$", UnknownRoute.as_view()),
]

handler400 = "atsproject.handlers.bad_request"
handler403 = "atsproject.handlers.permission_denied"
handler404 = "atsproject.handlers.page_not_found"
handler500 = "atsproject.handlers.server_error"
