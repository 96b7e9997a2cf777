"""The committed sample resumes are what their generator draws."""

import pytest

from resumes.extraction import extract
from resumes.parsing import parse_profile
from tests.samples.make import FOLDER, make


def test_the_files_are_drawn_as_committed(tmp_path):
    drawn = {path.name: path for path in make(tmp_path)}
    committed = {path.name: path for path in FOLDER.glob("*.pdf")}

    assert drawn.keys() == committed.keys()
    for name in committed.keys() - {"grace-adeyemi-stone-scan.pdf"}:
        assert extract(drawn[name]).text == extract(committed[name]).text


def test_the_copy_is_the_same_bytes():
    assert (FOLDER / "resume_final_v2.pdf").read_bytes() == (FOLDER / "amara-okafor.pdf").read_bytes()


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.pdf")), ids=lambda path: path.name)
def test_addresses_are_reserved_ones(path):
    import pypdfium2 as pdfium

    text = "".join(page.get_textpage().get_text_range() for page in pdfium.PdfDocument(path))
    for word in text.split():
        if "@" in word:
            assert word.strip(",|·/").endswith(("@example.com", "@example.org"))


def test_a_list_beside_the_work_is_not_taken_for_a_table():
    document = extract(FOLDER / "lucia-ferreira.pdf")
    profile = parse_profile(document)

    assert [entry["name"] for entry in profile["work"]] == ["Peachtree Software", "Ridgeline Office Supply"]
    assert [(entry["startDate"], entry["endDate"]) for entry in profile["education"]] == [("2011", "2015")]
    assert [entry["language"] for entry in profile["languages"]] == ["English", "Portuguese", "Spanish"]
