import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from reportlab.pdfgen.canvas import Canvas

from resumes.extraction import ocr
from tests.samples.scan import scanned

LINES = [
    "Alice Moreau",
    "alice.moreau@example.com | +33 6 12 34 56 78 | Lyon, France",
    "EXPERIENCE",
    "Nurse, City Hospital",
    "2019 - Present",
]


@pytest.fixture
def folder(tmp_path):
    canvas = Canvas(str(tmp_path / "alice.pdf"))
    for number, line in enumerate(LINES):
        canvas.drawString(60, 780 - 20 * number, line)
    canvas.save()
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 nothing more")
    (tmp_path / "letter.txt").write_text("Dear all")
    return tmp_path


def run(*args):
    out, err = StringIO(), StringIO()
    call_command("parse_resume", *map(str, args), stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_it_works_without_a_database(folder):
    out, err = run(folder / "alice.pdf", "--json")
    (row,) = json.loads(out)
    assert set(row) >= {"file", "profile", "parse_quality"}
    assert row["profile"]["basics"]["name"] == "Alice Moreau"
    assert row["profile"]["work"][0]["position"] == "Nurse"
    assert row["profile"]["work"][0]["name"] == "City Hospital"
    assert row["parse_quality"]["level"] in ("good", "fair")
    assert err == ""


def test_one_bad_file_does_not_stop_the_rest(folder):
    out, err = run(folder, folder / "letter.txt", folder / "gone.pdf", "--json")
    rows = {row["file"].rsplit("/", 1)[1]: row for row in json.loads(out)}
    assert rows["alice.pdf"]["profile"]
    assert [rows[name]["profile"] for name in ("broken.pdf", "letter.txt", "gone.pdf")] == [None] * 3
    assert rows["letter.txt"]["parse_quality"]["flags"] == ["not_a_pdf"]
    assert len(err.strip().splitlines()) == 3


@pytest.mark.skipif(not ocr.available(), reason="tesseract is not installed")
def test_a_scan_is_read_by_ocr_unless_told_otherwise(folder, tmp_path):
    page = tmp_path / "scan" / "page.pdf"
    page.parent.mkdir()
    scanned(folder / "alice.pdf", page)
    (row,) = json.loads(run(page, "--json")[0])
    assert row["profile"]["basics"]["email"] == "alice.moreau@example.com"
    assert "ocr" in row["parse_quality"]["flags"]
    with pytest.raises(CommandError):
        run(page, "--no-ocr")


def test_people_get_a_table(folder):
    out, _ = run(folder / "alice.pdf")
    assert "Alice Moreau" in out
    assert "Nurse, City Hospital, 2019 to now" in out


def test_it_fails_when_nothing_could_be_read(folder):
    with pytest.raises(CommandError):
        run(folder / "broken.pdf")


def test_it_fails_on_a_folder_without_pdfs(tmp_path):
    with pytest.raises(CommandError, match="no PDF"):
        run(tmp_path)
