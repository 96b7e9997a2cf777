import json

import pytest

from resumes.extraction import extract
from resumes.parsing import parse_profile
from resumes.parsing.evaluation import evaluate_samples, sample_document, samples, score
from tests.resumes.drawing import draw

IN_CP1252 = [path for path in samples() if path.stem not in {"designer"}]  # stars and circles need another font


def test_the_samples_are_read_as_a_person_would():
    report = evaluate_samples()
    assert len(report["files"]) >= 19
    assert report["means"]["contact"] >= 0.95
    assert report["means"]["experience"] >= 0.9
    assert report["means"]["education"] >= 0.9
    assert report["means"]["skills"] >= 0.9


@pytest.mark.parametrize("path", IN_CP1252, ids=lambda path: path.stem)
def test_a_printed_sample_is_read_from_its_pdf(path, tmp_path):
    document = extract(draw(path.read_text(encoding="utf-8"), tmp_path / "sample.pdf"))
    truth = json.loads(path.with_suffix(".truth.json").read_text(encoding="utf-8"))
    scores = score(truth, parse_profile(document))
    assert scores["contact"] == 1.0
    assert all(value is None or value >= 0.8 for value in scores.values())


@pytest.mark.parametrize("path", samples(), ids=lambda path: path.stem)
def test_offsets_point_at_what_they_stand_for(path):
    document = sample_document(path)
    profile = parse_profile(document)
    for entry in profile["work"]:
        words = document.text[entry["start"] : entry["end"]]
        assert entry["position"] is None or entry["position"].split(",")[0] in words
        for highlight, (start, end) in zip(entry["highlights"], entry["highlight_spans"], strict=True):
            assert document.text[start:end].split() == highlight.split()
    for skill in profile["skills"]:
        assert document.text[skill["start"] : skill["end"]].split()[0] == skill["name"].split()[0]
    for section in profile["sections"]:
        assert document.text[section["start"] :].startswith(section["heading"] or "")


@pytest.mark.parametrize("path", samples(), ids=lambda path: path.stem)
def test_no_contact_is_left_outside_the_personal_spans(path):
    document = sample_document(path)
    profile = parse_profile(document)
    left = "".join(
        letter
        for index, letter in enumerate(document.text)
        if not any(start <= index < end for start, end, _ in profile["personal_spans"])
    )
    basics = profile["basics"]
    for value in (basics["email"], basics["phone"], *(item["url"] for item in basics["profiles"])):
        assert value is None or value not in left
    assert basics["name"].split()[-1] not in left.split()


def test_the_same_document_gives_the_same_profile():
    for path in samples():
        document = sample_document(path)
        assert json.dumps(parse_profile(document)) == json.dumps(parse_profile(document))
