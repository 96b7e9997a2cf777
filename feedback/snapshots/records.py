"""Feedback as training records: one dictionary a row, read as it is needed, in a fixed order."""

import hashlib
import json
from collections import OrderedDict
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Collate

from feedback.models import Feedback, Split
from feedback.snapshots.anonymise import Redactor, pseudonym
from feedback.snapshots.splitting import LEFT_OUT, part_of
from jobs.models import Job, JobVersion
from resumes.models import Resume

V = TypeVar("V")

# Column -> type, in the order in which every format writes them. Unknown text is empty rather than null: readers
# that infer types from the first rows would otherwise refuse the later ones.
COLUMNS: dict[str, str] = {
    "feedback_id": "string",
    "interaction_id": "string",
    "kind": "string",
    "requirement_id": "string",
    "query": "string",
    "context": "strings",
    "response": "string",
    "ideal_response": "string",
    "correct_points": "strings",
    "incorrect_points": "strings",
    "missing_points": "strings",
    "rating": "int",
    "job_id": "string",
    "job_version": "int",
    "job_description": "string",
    "role_name": "string",
    "resume_id": "string",
    "candidate": "string",
    "resume_text": "string",
    "analysis_id": "string",
    "engine_version": "string",
    "taxonomy_version": "string",
    "embedding_model": "string",
    "adapter": "string",
    "engine_key": "string",
    "parser_version": "string",
    "answered_by": "string",
    "reviewer_role": "string",
    "seconds_taken": "float",
    "duplicate_of": "string",
    "created_at": "string",
    "split": "string",
    "left_out_because": "string",
}


class Recent:
    """Remembers the last ``size`` values made, so that memory does not grow with the number of rows."""

    def __init__(self, make: Callable[[Any], V], size: int) -> None:
        self._make, self._size = make, size
        self._kept: OrderedDict[Any, Any] = OrderedDict()

    def __call__(self, key: Any) -> Any:
        """The value for ``key``, made on first use."""
        if key in self._kept:
            self._kept.move_to_end(key)
        else:
            self._kept[key] = self._make(key)
            if len(self._kept) > self._size:
                self._kept.popitem(last=False)
        return self._kept[key]


class RecordReader:
    """Turns rows of feedback into records, personal data replaced unless asked for."""

    def __init__(self, *, salt: str, with_personal_data: bool, divided: frozenset[int] = frozenset()) -> None:
        self._salt, self._personal, self._divided = salt, with_personal_data, divided
        self._job = Recent(_job_texts, 200)
        self._resume = Recent(self._resume_texts, 1000)

    def records(self, rows: QuerySet[Feedback]) -> Iterator[tuple[dict[str, Any], str]]:
        """Records in the order of ``feedback_id`` by code point, whatever the database's collation.

        Each comes with the key under which erasure finds it: ``erasure_key`` of its resume.
        """
        for row in _with_parts(rows).iterator(chunk_size=500):
            yield self._record(row), erasure_key(row["resume_id"])

    def _record(self, row: dict[str, Any]) -> dict[str, Any]:
        role, description = self._job((row["job_id"], row["job_version"]))
        candidate, text, parser, redactor, person = self._resume(row["resume_id"])
        engine = row["engine"] if isinstance(row["engine"], dict) else {}
        split = part_of(row["job_part"], row["resume_part"])
        because = "mixed_parts" if split == LEFT_OUT else ""
        if person in self._divided:
            split, because = LEFT_OUT, "person_in_two_parts"
        clean = (lambda value: value) if self._personal else redactor.value
        rekeyed = (lambda value: value) if self._personal else redactor.identifier
        record = {
            **{name: row[name] for name in ("feedback_id", "kind", "requirement_id", "rating", "reviewer_role")},
            **{name: clean(row[name]) for name in ("query", "response", "ideal_response")},
            **{name: clean(_texts(row[name])) for name in ("context", *_POINTS)},
            "interaction_id": rekeyed(row["interaction_id"]),
            "job_id": row["job_id"] or "",
            "job_version": row["job_version"] or 0,
            "job_description": description,
            "role_name": role,
            "resume_id": rekeyed(row["resume_id"]) or "",
            "candidate": candidate,
            "resume_text": text,
            "analysis_id": rekeyed(row["analysis_id"]) or "",
            "parser_version": parser,
            "seconds_taken": row["seconds_taken"],
            "duplicate_of": row["repeats"] or "",
            "created_at": row["created_at"].isoformat(),
            "split": split,
            "left_out_because": because,
            **_versions(engine),
        }
        return {name: record[name] for name in COLUMNS}

    def _resume_texts(self, resume_id: str | None) -> tuple[str, str, str, Redactor, int | None]:
        """Pseudonym, text, parser version, redactor and person of a resume."""
        found = (
            Resume.objects.filter(pk=resume_id)
            .values("resume_id", "person", "candidate_name", "profile", "text", "parser_version")
            .first()
        )
        if found is None:
            return "", "", "", Redactor(tag="unknown"), None
        tag = pseudonym(f"person:{found['person']}" if found["person"] else found["resume_id"], self._salt)
        redactor = Redactor(
            tag=tag, candidate_name=found["candidate_name"], profile=found["profile"], text=found["text"]
        )
        text = found["text"] if self._personal else redactor.text(found["text"])
        return tag, text, found["parser_version"], redactor, found["person"]


def erasure_key(resume_id: str | None) -> str:
    """A hash of the resume's id (imported ids can hold a name), empty where there is no resume."""
    return hashlib.sha256(f"resume\x1f{resume_id}".encode()).hexdigest()[:24] if resume_id else ""


_POINTS = ("correct_points", "incorrect_points", "missing_points")


def _with_parts(rows: QuerySet[Feedback]) -> Any:
    """The columns of each row with the parts its job and its candidate were drawn into.

    A row repeats another one only where that one is among the rows and rates the same.
    """
    original = rows.filter(pk=OuterRef("duplicate_of_id"), rating=OuterRef("rating"))
    repeated = Q(duplicate_of__isnull=False) & Exists(original)
    collation = "C" if connection.vendor == "postgresql" else "BINARY"
    return (
        rows.annotate(
            job_part=Subquery(Split.objects.filter(job=OuterRef("job_id")).values("part")[:1]),
            resume_part=Subquery(Split.objects.filter(resume=OuterRef("resume_id")).values("part")[:1]),
            job_version=F("analysis__job_version"),
            repeats=Case(When(repeated, then=F("duplicate_of_id")), default=Value("")),
        )
        .order_by(Collate("feedback_id", collation))
        .values(
            *("feedback_id", "interaction_id", "kind", "requirement_id", "query", "context", "response", *_POINTS),
            *("ideal_response", "rating", "job_id", "resume_id", "analysis_id", "engine", "reviewer_role"),
            *("seconds_taken", "repeats", "created_at", "job_part", "resume_part", "job_version"),
        )
    )


def _job_texts(key: tuple[str | None, int | None]) -> tuple[str, str]:
    """Role and description of a job, the description as it was in that version."""
    job_id, version = key
    job = Job.objects.filter(pk=job_id).values_list("role_name", "job_description").first()
    if job is None:
        return "", ""
    versions = JobVersion.objects.filter(job=job_id, number=version or 0)
    then = versions.values_list("job_description", flat=True).first()
    return job[0], then or job[1]


def _texts(values: Any) -> list[str]:
    """Each entry as text: a passage given as an object by the text it holds, anything else as JSON."""
    found = values if isinstance(values, list) else [values]
    return [_text(value) for value in found]


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        for name in ("text", "quote", "content"):
            if isinstance(value.get(name), str):
                return str(value[name])
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def _versions(engine: dict[str, Any]) -> dict[str, str]:
    """The versions as text; empty where they are not known."""
    versions = engine.get("versions")
    known = {**engine, **(versions if isinstance(versions, dict) else {}), "model": engine.get("model")}
    names = {
        "engine_version": "engine",
        "taxonomy_version": "taxonomy",
        "embedding_model": "model",
        "adapter": "adapter",
        "engine_key": "engine_key",
        "answered_by": "answered_by",
    }
    return {column: known[name] if isinstance(known.get(name), str) else "" for column, name in names.items()}
