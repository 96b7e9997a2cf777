"""The site's own files: hashed once collected, pages plain before that, and no template that names a missing one."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.templatetags.static import static

from atsproject import settings as installed
from atsproject.static_files import StaticFilesMiddleware

NAMED = re.compile(r"""\{%\s*static\s+['"]([^'"]+)['"]""")


@pytest.fixture
def nothing_collected(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": installed.STORAGES["staticfiles"]}


def test_every_file_that_a_template_names_exists(settings):
    templates = [path for folder in settings.TEMPLATES[0]["DIRS"] for path in Path(folder).rglob("*.html")]
    named = {(path.name, name) for path in templates for name in NAMED.findall(path.read_text())}
    assert len(named) > 20
    assert [pair for pair in sorted(named) if finders.find(pair[1]) is None] == []


@pytest.mark.django_db
def test_sign_in_is_shown_plain_where_the_files_were_not_collected(client, nothing_collected, caplog):
    page = client.get("/accounts/login/")
    assert page.status_code == 200
    assert 'href="/static/pages/gate.css"' in page.content.decode()
    assert "pages/gate.css was not collected. Run: manage.py collectstatic --noinput" in caplog.text


def test_collected_files_have_names_made_of_their_content(nothing_collected):
    call_command("collectstatic", "--noinput", verbosity=0)
    assert re.fullmatch(r"/static/pages/gate\.[0-9a-f]{12}\.css", static("pages/gate.css"))


def test_the_start_complains_of_no_file_that_never_was(nothing_collected, settings, caplog):
    call_command("collectstatic", "--noinput", verbosity=0)
    served = StaticFilesMiddleware(lambda request: None)
    assert served.immutable_file_test(None, static("pages/gate.css"))
    assert "not collected" not in caplog.text
