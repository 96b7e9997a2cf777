"""How well the parser reads: agreement with hand-made transcriptions, for the shipped samples and for any folder.

A truth is JSON with ``contact`` (full_name, email, phone, location), ``experience`` (title, company, dates),
``education`` (degree, institution) and ``skills``. Contact is the share of stated fields that agree; the others are F1
over entries. Two texts agree when the F1 of their words is 0.6 or more (names and skills 0.8, places and degrees 0.5);
an experience entry agrees when title, employer and years do, an education entry when degree and institution do.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from resumes.document import Document
from resumes.parsing.folding import fold
from resumes.parsing.layout import document_of
from resumes.parsing.profile import parse_profile

SAMPLES = Path(__file__).parent / "samples"
MEASURES = ("contact", "experience", "education", "skills")
Scores = dict[str, float | None]


def evaluate_samples() -> dict[str, Any]:
    """Scores of the shipped samples: ``files`` by name, and their ``means``."""
    return _report({path.stem: score(_truth(path), parse_profile(sample_document(path))) for path in samples()})


def evaluate_folder(folder: Path, extract: Callable[[Path], Document]) -> dict[str, Any]:
    """Scores of the PDFs in ``folder`` that have a ``NAME.truth.json`` beside them; ``extract`` reads a PDF."""
    found = {}
    for path in sorted(folder.glob("*.truth.json")):
        name = path.name.removesuffix(".truth.json")
        found[name] = score(
            json.loads(path.read_text(encoding="utf-8")), parse_profile(extract(folder / f"{name}.pdf"))
        )
    return _report(found)


def sample_document(path: Path) -> Document:
    """A shipped sample as a perfect reader would read its page."""
    return document_of(path.read_text(encoding="utf-8"))


def samples() -> list[Path]:
    """The shipped samples that have a truth."""
    return [path for path in sorted(SAMPLES.glob("*.txt")) if path.with_suffix(".truth.json").exists()]


def score(truth: Mapping[str, Any], profile: Mapping[str, Any]) -> Scores:
    """The four measures of one profile, None where the truth states nothing."""
    skills = [{"name": name} for name in truth.get("skills") or []]
    return {
        "contact": _contact(truth.get("contact") or {}, profile["basics"]),
        "experience": _f1(truth.get("experience") or [], profile["work"], _same_work),
        "education": _f1(truth.get("education") or [], profile["education"], _same_education),
        "skills": _f1(skills, profile["skills"], lambda t, p: close(t["name"], p["name"], 0.8)),
    }


def close(one: Any, other: Any, threshold: float = 0.6) -> bool:
    """Whether the F1 of the words of two texts reaches ``threshold``."""
    x, y = _words(one), _words(other)
    if not x or not y:
        return False
    common = sum(min(x.count(word), y.count(word)) for word in set(x))
    return 2 * common / (len(x) + len(y)) >= threshold


def _words(value: Any) -> list[str]:
    return re.findall(r"[a-z0-9+#]+", fold(str(value or "")))


def _truth(path: Path) -> dict[str, Any]:
    truth: dict[str, Any] = json.loads(path.with_suffix(".truth.json").read_text(encoding="utf-8"))
    return truth


def _report(files: dict[str, Scores]) -> dict[str, Any]:
    means = {}
    for measure in MEASURES:
        values = [value for scores in files.values() if (value := scores[measure]) is not None]
        means[measure] = round(sum(values) / len(values), 4) if values else None
    return {"files": files, "means": means}


def _f1(truth: Sequence[Any], found: Sequence[Any], same: Callable[[Any, Any], bool]) -> float | None:
    if not truth:
        return None
    left = list(found)
    hits = 0
    for entry in truth:
        match = next((index for index, other in enumerate(left) if same(entry, other)), None)
        if match is not None:
            del left[match]
            hits += 1
    return 2 * hits / (len(truth) + len(found)) if found else 0.0


def _same_work(truth: Mapping[str, Any], entry: Mapping[str, Any]) -> bool:
    if not close(truth.get("title"), entry["position"]):
        return False
    if truth.get("company") and not close(truth["company"], entry["name"]):
        return False
    stated = re.findall(r"(?:19|20)\d\d", str(truth.get("dates") or ""))
    if not stated:
        return True
    if not entry["startDate"] or entry["startDate"][:4] != stated[0]:
        return False
    if re.search(r"present|current|now|today|ongoing", truth["dates"], re.I):
        return entry["endDate"] is None
    return bool((entry["endDate"] or entry["startDate"])[:4] == stated[-1])


def _same_education(truth: Mapping[str, Any], entry: Mapping[str, Any]) -> bool:
    degree = " ".join(filter(None, (entry["studyType"], entry["area"])))
    school = not truth.get("institution") or close(truth["institution"], entry["institution"])
    return school and (not truth.get("degree") or close(truth["degree"], degree, 0.5))


def _contact(truth: Mapping[str, Any], basics: Mapping[str, Any]) -> float | None:
    place = " ".join(str(value) for value in (basics["location"] or {}).values() if value)
    have = {"full_name": basics["name"], "email": basics["email"], "phone": basics["phone"], "location": place}
    stated = {key: value for key, value in truth.items() if value and key in have}
    if not stated:
        return None
    right = 0
    for key, value in stated.items():
        if key == "phone":
            digits = re.sub(r"\D", "", value)[-10:]
            right += re.sub(r"\D", "", str(have["phone"] or "")).endswith(digits)
        elif key == "email":
            right += str(have["email"] or "").lower() == value.lower()
        else:
            right += close(value, have[key], 0.8 if key == "full_name" else 0.5)
    return right / len(stated)
