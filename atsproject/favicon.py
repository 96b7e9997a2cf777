"""``/favicon.ico``: browsers ask for it on whatever page names no icon, a PDF or JSON among them."""

from pathlib import Path

from django.contrib.auth.decorators import login_not_required
from django.contrib.staticfiles import finders
from django.http import FileResponse, Http404, HttpRequest


@login_not_required
def favicon(request: HttpRequest) -> FileResponse:
    """The product's mark; browsers take an SVG here by its content type."""
    path = finders.find("pages/icon.svg")
    if not isinstance(path, str):
        raise Http404
    response = FileResponse(Path(path).open("rb"), content_type="image/svg+xml")  # noqa: SIM115  (the response closes it)
    response["Cache-Control"] = "public, max-age=86400"
    return response
