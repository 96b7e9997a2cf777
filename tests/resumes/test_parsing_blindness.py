"""What is left when the personal spans are taken out does not tell two candidates apart."""

import re

import pytest

from resumes.parsing import parse_profile
from resumes.parsing.evaluation import samples
from resumes.parsing.folding import fold
from resumes.parsing.layout import document_of

NAMES = [
    *("Zora Quillfeather", "Grant Swift", "Mohammed Al-Fayed", "Nguyễn Thị Hoa", "Rose Park", "Ji-woo Kim"),
    *("José María de la Cruz", "Oluwaseun Adebayo", "Lakshmi Venkataraman Iyer", "Summer May", "Chase Banks"),
]


def renamed(markup, name):
    """The sample as another person's, e-mail and all."""
    old = next(line[2:] for line in markup.splitlines() if line.startswith("# "))
    old = re.sub(r"^(?:Dr\.-Ing\.|Dr\.) |,.*$", "", old)
    (email, *_) = re.findall(r"[\w.]+@[\w.]+", markup)
    address = ".".join(re.sub(r"[^a-z]", "", fold(part)) for part in name.split()) + "@example.com"
    return markup.replace(old, name.upper() if old.isupper() else name).replace(email, address)


def blind(markup):
    """The text without its personal spans, and the facts of the profile that a score may rest on."""
    document = document_of(markup)
    profile = parse_profile(document)
    rest, at = [], 0
    for start, end, _ in profile["personal_spans"]:
        rest.append(document.text[at:start])
        at = end
    work = [(w["position"], w["name"], w["startDate"], w["endDate"], w["highlights"]) for w in profile["work"]]
    schools = [(e["studyType"], e["area"], e["institution"], e["level"]) for e in profile["education"]]
    return "|".join([*rest, document.text[at:]]), work, schools, [skill["name"] for skill in profile["skills"]]


@pytest.mark.parametrize(
    "path",
    [path for path in samples() if path.stem not in {"lebenslauf", "receptionist", "driver"}],
    ids=lambda p: p.stem,
)
def test_another_name_changes_nothing(path):
    markup = path.read_text(encoding="utf-8")
    first, *others = [blind(renamed(markup, name)) for name in NAMES]
    assert all(other == first for other in others)


@pytest.mark.parametrize(
    "line",
    [
        "Pronouns: she/her",
        "Date of birth: 4 May 1990",
        "Geburtsdatum: 04.05.1990 in Bonn",
        "Né le 4 mai 1990",
        "Age: 34",
        "34 years old",
        "Marital status: married",
        "Familienstand: ledig",
        "Estado civil: soltera",
        "Nationality: Ghanaian",
        "[Photo]",
        "Gender: female",
        "+44 7700 900999",
        "www.another-site.example",
        "22 Acacia Avenue, London",
    ],
)
def test_personal_lines_leave_no_trace(line):
    head = "# Ada Brook\nada.brook@example.com\n"
    body = "\n## Experience\nNurse, City Hospital\n2019 - 2021\n- Cared for patients\n"
    text = blind(f"{head}{line}\n{body}")[0]
    assert not re.sub(r"\W", "", text.split("Experience")[0])


def test_pronouns_in_sentences_are_hidden():
    markup = "# Ada Brook\nada.brook@example.com\n## Summary\nShe leads a team. Her work is known.\n"
    assert "She" not in blind(markup)[0]
    assert "Her" not in blind(markup)[0]
