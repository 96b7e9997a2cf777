"""The readers check each other."""

import pytest

from resumes.extraction.agreement import measure
from resumes.extraction.quality import judge, score_text, word_recall
from tests.resumes.pdfs import page_pdf, resume_pdf

PROSE = "Designed and built the shipment service in Python, which answers four million requests a day.\n" * 4


def test_it_works(tmp_path):
    (tmp_path / "ada.pdf").write_bytes(resume_pdf())
    (tmp_path / "picture.pdf").write_bytes(page_pdf(b"0 0 1 rg 9 9 90 90 re f"))
    report = measure(tmp_path)
    assert (report["files"], report["unreadable"]) == (2, 1)
    assert report["mean_recall"] == report["lowest_recall"] == 1.0
    assert {row["file"]: row["error"] for row in report["rows"]} == {"ada.pdf": "", "picture.pdf": "no_text"}


def test_recall_counts_words():
    assert word_recall("one two two", "two one two three") == 1.0
    assert word_recall("one two two", "one two") == pytest.approx(2 / 3)
    assert word_recall("", "anything") == 1.0


@pytest.mark.parametrize(
    "garbled",
    [
        PROSE.replace(" ", ""),
        " ".join(PROSE.replace(" ", "")),
        "(cid:12)(cid:7)" * 40,
        "\ufffd\ufffd \ufffd " * 40,
        "bcdfg hjklm npqrst vwxz bcdfg " * 10,
    ],
)
def test_garbled_text_scores_lower_than_prose(garbled):
    assert score_text(garbled) < 0.7 < 0.95 < score_text(PROSE)
    assert "garbled" in judge(garbled, []).flags


def test_levels():
    assert judge(PROSE, []).level == "good"
    assert judge(PROSE, ["ocr"]).level == "fair"
    assert judge("Ada", []).flags == ("little_text",)
    assert judge("", []).level == "poor"
