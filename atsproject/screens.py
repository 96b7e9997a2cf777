"""Pictures of every page in a real browser, taken from this installation's own data."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from auditlog.models import LogEntry
from django.contrib.admin.utils import quote
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import Group, User
from django.contrib.sessions.backends.db import SessionStore
from django.core.wsgi import get_wsgi_application
from django.urls import reverse

from analyses.models import Analysis
from analyses.ranking import ranking
from atsproject.handlers import error_page
from feedback.models import Feedback
from jobs.models import Job, JobApplication
from resumes.models import Resume

CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is looked at."""

    name: str
    width: int
    height: int
    scheme: str


LOOKS = (
    Look("light", 1440, 900, "light"),
    Look("dark", 1440, 900, "dark"),
    Look("phone", 390, 844, "light"),
)

LISTS = ("home", "jobs", "job-new", "analyses", "resumes", "feedback", "training", "applications", "storage", "account")


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the pictures are the outcome."""


class _Threaded(WSGIServer):
    """A browser asks for several files at once; each request gets a thread of its own."""

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer in a thread."""
        threading.Thread(target=self._answer, args=(request, client_address), daemon=True).start()

    def _answer(self, request: Any, client_address: Any) -> None:
        try:
            self.finish_request(request, client_address)
        finally:
            self.shutdown_request(request)


@contextmanager
def served() -> Iterator[str]:
    """The site on a free local port; yields its address."""
    server = make_server("127.0.0.1", 0, get_wsgi_application(), server_class=_Threaded, handler_class=_Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def an_administrator() -> Iterator[User]:
    """Whoever administers this installation; where nobody does, somebody without a password, for this time only."""
    found = User.objects.filter(is_superuser=True, is_active=True).order_by("pk").first()
    if found is not None:
        yield found
        return
    made = User.objects.create(username=f"administrator-{uuid4().hex[:8]}", is_staff=True, is_superuser=True)
    made.set_unusable_password()
    made.save()
    try:
        yield made
    finally:
        made.delete()


@contextmanager
def signed_in(user: User) -> Iterator[str]:
    """``session_of`` a user, ended afterwards."""
    key = session_of(user)
    try:
        yield key
    finally:
        SessionStore(key).delete()


def session_of(user: User) -> str:
    """A signed-in session; its key is the value of the cookie."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "atsproject.signed_in.Backend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return str(session.session_key)


def pages() -> dict[str, str]:
    """Name and address of every page, with the newest job and its best candidate where there is one."""
    found = {name: reverse(name) for name in LISTS}
    job = Job.objects.filter(analyses__status=Analysis.Status.DONE).first()
    if job is not None:
        best = list(ranking(job=job)[:3])
        found["job"] = reverse("job", args=[job.pk])
        found["requirements"] = reverse("edit-requirements", args=[job.pk])
        found["matches"] = reverse("library-matches", args=[job.pk])
        found["analysis"] = reverse("analysis", args=[best[0].pk])
        picked = "&".join(f"analysis={row.pk}" for row in best)
        found["compare"] = f"{reverse('compare-candidates', args=[job.pk])}?{picked}"
    resume = Resume.objects.exclude(hidden=[]).first() or Resume.objects.first()
    if resume is not None:
        found["resume"] = reverse("resume", args=[resume.pk])
    return found


def admin_pages() -> dict[str, str]:
    """Name and address of the admin's first page, of its main lists and of one form of each kind."""
    found = {"admin": reverse("admin:index")}
    for model in (Job, Resume, Analysis, Feedback, JobApplication, User, Group, LogEntry):
        name = f"{model._meta.app_label}_{model._meta.model_name}"
        found[f"admin-{model._meta.model_name}-list"] = reverse(f"admin:{name}_changelist")
        row = model._default_manager.first()
        if row is not None:
            found[f"admin-{model._meta.model_name}"] = reverse(f"admin:{name}_change", args=[quote(row.pk)])
    found["admin-upload"] = reverse("admin:resumes_resume_add")
    found["admin-user-add"] = reverse("admin:auth_user_add")
    job = Job.objects.first()
    if job is not None:
        found["admin-history"] = reverse("admin:jobs_job_history", args=[job.pk])
        found["admin-delete"] = reverse("admin:jobs_job_delete", args=[job.pk])
    return found


def _answering(body: str) -> Callable[[Any], None]:
    def answer(route: Any) -> None:
        # As a success: a browser's console complains of any other answer.
        route.fulfill(status=200, content_type="text/html; charset=utf-8", body=body)

    return answer


def gate_pages(page: Any, site: str) -> dict[str, str]:
    """Name and address of sign-in and of each error page, which ``page`` is made to answer as the site would.

    No address leads to a server error at will; what is answered is what the site's own handler draws.
    """
    found = {"sign-in": reverse("login")}
    drawn = {f"error-{status}": error_page(None, status) for status in (400, 403, 404, 413, 500)}
    drawn["error-csrf"] = error_page(None, 403, template="403_csrf.html")
    for name, answer in drawn.items():
        found[name] = f"/{name}/"
        page.route(site + found[name], _answering(answer.content.decode()))
    return found


def take(folder: Path, user: User, looks: tuple[Look, ...] = LOOKS) -> list[Path]:
    """Write one picture a page and look, the admin's as an administrator sees them; returns their paths.

    Needs Playwright's Python package and Chromium.
    """
    from playwright.sync_api import sync_playwright

    folder.mkdir(parents=True, exist_ok=True)
    written = []
    with (
        an_administrator() as chief,
        signed_in(user) as own,
        signed_in(chief) as chiefs,
        served() as site,
        sync_playwright() as playwright,
    ):
        visits = ((own, pages()), (chiefs, admin_pages()))
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        for look in looks:
            context = browser.new_context(
                viewport={"width": look.width, "height": look.height},
                color_scheme="dark" if look.scheme == "dark" else "light",
            )
            page = context.new_page()
            for cookie, addresses in visits:
                context.add_cookies([{"name": "sessionid", "value": cookie, "url": site}])
                written += _pictures(page, site, addresses, folder, look)
            context.clear_cookies()
            written += _pictures(page, site, gate_pages(page, site), folder, look)
            context.close()
        browser.close()
    return written


def _pictures(page: Any, site: str, addresses: dict[str, str], folder: Path, look: Look) -> list[Path]:
    written = []
    for name, address in addresses.items():
        page.goto(site + address, wait_until="networkidle")
        path = folder / f"{name}-{look.name}.png"
        page.screenshot(path=str(path), full_page=True)
        written.append(path)
    return written
