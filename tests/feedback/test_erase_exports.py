"""Erasing reaches folders of earlier exports and drawn pages, and says which folders it could not find."""

import io
import json
from pathlib import Path

import pytest
from django.conf import settings as product
from django.core.management import CommandError, call_command

from feedback.legacy.exporting import export_legacy_data
from feedback.services import submit_feedback
from resumes.models import Resume
from resumes.page_cache import keep, kept
from tests.feedback.conftest import body
from tests.feedback.test_erase import PERSONAL, alice, folders, known, run  # noqa: F401  (fixtures)

pytestmark = pytest.mark.django_db(transaction=True)


def words(folder: Path) -> str:
    return "\n".join(
        f"{path.name} {path.read_bytes().decode('utf-8', 'ignore')}" for path in folder.rglob("*") if path.is_file()
    ).casefold()


@pytest.fixture
def exported(known, tmp_path):  # noqa: F811
    export_legacy_data(root=tmp_path / "out", by=None)
    assert "quimby" in words(tmp_path / "out")
    return tmp_path / "out"


def test_an_earlier_export_holds_nothing_of_the_person(known, exported, alice):  # noqa: F811
    submit_feedback(by=alice, **body("later", response="Neither here nor there"))
    planned = run(known.pk, "--dry-run")["legacy_exports"]
    assert "quimby" in words(exported)
    report = run(known.pk, "--yes")
    assert report["complete"] is True
    assert report["legacy_exports"] == planned
    assert planned[str(exported)] >= 5
    left = words(exported)
    assert not any(personal in left for personal in PERSONAL)
    assert known.pk not in left
    assert "somebody else" in left
    analyses = (exported / "data/analyses/analyses.jsonl").read_text().splitlines()
    assert [json.loads(line)["resume_id"] for line in analyses] == ["resume_of_another"]


def test_a_folder_that_was_moved_is_named(known, exported):  # noqa: F811
    exported.rename(exported.with_name("elsewhere"))
    out = io.StringIO()
    call_command("erase_candidate", known.pk, "--yes", stdout=out)
    assert f"export {exported} is not there any more" in out.getvalue()


def test_a_folder_that_cannot_be_read_is_a_failure(known, exported):  # noqa: F811
    (exported / "data/analyses/analyses.jsonl").write_text("not JSON, but Quimby\n")
    with pytest.raises(CommandError, match="exported folder") as told:
        run(known.pk, "--yes")
    assert "Quimby" not in str(told.value)


def test_drawn_pages_are_forgotten_where_any_process_sees_it(known):  # noqa: F811
    Resume.objects.filter(pk=known.pk).update(page_count=2)
    for name in (1, 2, "sizes"):
        keep(known.sha256, name, b"a picture of Quimby")
    keep("cd" * 32, 1, b"another picture")
    run(known.pk, "--yes")
    assert [kept(known.sha256, name) for name in (1, 2, "sizes")] == [None] * 3
    assert kept("cd" * 32, 1) == b"another picture"
    assert "filebased" in product.CACHES["pages"]["BACKEND"]  # not the memory of one process
