"""Whatever stands on the page, parsing ends with a profile."""

import json
import random

import pytest

from resumes.document import Document, Line
from resumes.parsing import parse_profile
from resumes.parsing.evaluation import sample_document, samples
from resumes.parsing.layout import document_of

KEYS = {
    *("basics", "work", "education", "skills", "certificates", "languages", "projects"),
    *("sections", "is_resume", "warnings", "personal_spans"),
}


def shaken(text, seed):
    """The lines of a sample in another order, some cut, some doubled, some letters replaced."""
    chance = random.Random(seed)
    lines = text.splitlines()
    chance.shuffle(lines)
    for _ in range(10):
        index = chance.randrange(len(lines))
        lines[index] = chance.choice(
            [lines[index][: chance.randrange(20)], lines[index] * 2, "", "\t".join(lines[index])]
        )
    letters = list("\n".join(lines))
    for _ in range(30):
        letters[chance.randrange(len(letters))] = chance.choice("•|–(:,\t\u00a0é中ß٣İﬁ\u0301")
    return "".join(letters)


@pytest.mark.parametrize("path", samples(), ids=lambda path: path.stem)
def test_shaken_samples_are_read_without_error(path):
    for seed in range(3):
        document = document_of(shaken(path.read_text(encoding="utf-8"), seed))
        profile = parse_profile(document)
        assert set(profile) == KEYS
        assert json.loads(json.dumps(profile)) == profile
        for start, end, _ in profile["personal_spans"]:
            assert 0 <= start < end <= len(document.text)
        for entry in (*profile["work"], *profile["education"], *profile["projects"]):
            assert 0 <= entry["start"] < entry["end"] <= len(document.text)


@pytest.mark.parametrize("path", samples(), ids=lambda path: path.stem)
def test_a_text_without_positions_is_read_too(path):
    document = sample_document(path)
    bare = Document(document.text, (), 1, "import")
    profile = parse_profile(bare)
    assert profile["basics"]["email"] == parse_profile(document)["basics"]["email"]
    assert profile["is_resume"] is True


@pytest.mark.parametrize(
    "text", ["", "\n", "•", "2019", "a@b.co", "Experience", "İ" * 50, "|" * 2000, "1 " * 3000, "(" * 500]
)
def test_scraps_are_read_without_error(text):
    line = Line(1, 0, len(text), 0.0, 0.0, 100.0, 10.0, 10.0)
    assert set(parse_profile(Document(text, (line,), 1, "import"))) == KEYS
