"""The readers check each other."""

from collections import Counter

import pytest

from resumes.extraction import agreement
from resumes.extraction.agreement import agreed_words, measure, time_split, words_of
from resumes.extraction.quality import judge, score_text, word_recall
from tests.resumes.pdfs import LINES, page_pdf, resume_pdf
from tests.resumes.reading import read

PROSE = "Designed and built the shipment service in Python, which answers four million requests a day.\n" * 4


def test_it_works(tmp_path):
    (tmp_path / "ada.pdf").write_bytes(resume_pdf())
    (tmp_path / "picture.pdf").write_bytes(page_pdf(b"0 0 1 rg 9 9 90 90 re f"))
    report = measure(tmp_path)
    assert (report["files"], report["unreadable"]) == (2, 1)
    assert report["mean_recall"] == report["lowest_recall"] == 1.0
    assert {row["file"]: row["error"] for row in report["rows"]} == {"ada.pdf": "", "picture.pdf": "no_text"}


def test_a_word_counts_as_often_as_most_engines_find_it():
    readings = [Counter({"python": 2, "glued": 1}), Counter({"python": 3}), Counter({"python": 1, "lone": 1})]
    assert agreed_words(readings) == Counter({"python": 2})
    assert agreed_words(readings[:2]) == Counter({"python": 2})


def test_words_are_the_same_however_they_are_set():
    assert words_of("Certi\ufb01ed experi-\nence") == words_of("certified experience")


def test_engines_that_share_no_code_are_asked():
    assert set(agreement.engines()) == {"pypdfium2", "pypdf", "pdfminer.six"}
    for engine in agreement.engines().values():
        assert words_of(engine(resume_pdf()))["postgresql"] == 2


def test_a_reader_that_drops_words_is_seen(tmp_path, monkeypatch):
    (tmp_path / "ada.pdf").write_bytes(resume_pdf())
    shorter = read(resume_pdf(LINES[:4]))
    monkeypatch.setattr(agreement, "extract", lambda path: shorter)
    report = measure(tmp_path)
    assert report["lowest_recall"] < 0.6
    assert report["slowest_file"] == "ada.pdf"


def test_the_time_of_reading_is_split(tmp_path):
    path = tmp_path / "ada.pdf"
    path.write_bytes(resume_pdf())
    split = time_split(path)
    assert set(split) == {"start_up_ms", "reading_ms", "hidden_check_ms"}
    assert split["start_up_ms"] > 0 < split["reading_ms"]


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
