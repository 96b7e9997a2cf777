"""Feedback as training records: one dictionary a row, read as it is needed, in a fixed order."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from django.db import connection
from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Collate

from analyses.models import Question
from feedback.models import Feedback, Split
from feedback.snapshots.anonymise import Redactor, pseudonym, rekeyed
from feedback.snapshots.index import IndexRow, id_key
from feedback.snapshots.keeping import Kept
from feedback.snapshots.splitting import LEFT_OUT, part_of
from jobs.models import Job, JobVersion
from resumes.models import Resume

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


class RecordReader:
    """Turns rows of feedback into records, personal data replaced unless asked for."""

    def __init__(self, *, salt: str, with_personal_data: bool, divided: frozenset[int] = frozenset()) -> None:
        self._salt, self._personal, self._divided = salt, with_personal_data, divided
        self._job: Kept[tuple[str | None, int | None], tuple[str, str]] = Kept(_job_texts, 200)
        self._quotes: Kept[str, list[str]] = Kept(_quotes, 200)
        self._resume: Kept[str | None, _ResumeTexts] = Kept(self._resume_texts, 500)

    def records(self, rows: QuerySet[Feedback]) -> Iterator[tuple[dict[str, Any], IndexRow]]:
        """Records in the order of ``feedback_id`` by code point, whatever the database's collation.

        Each comes with its row of the index, the digest still empty.
        """
        for row in _with_parts(rows).iterator(chunk_size=500):
            record = self._record(row)
            shown = (record["feedback_id"], "", record["split"], record["job_id"])
            keys = {kind: id_key(kind, row[f"{kind}_id"]) for kind in ("resume", "feedback", "job")}
            yield record, IndexRow(*shown, keys["resume"], keys["feedback"], keys["job"])

    def _record(self, row: dict[str, Any]) -> dict[str, Any]:
        role, description = self._job((row["job_id"], row["job_version"]))
        candidate, text, parser, redactor, person = self._resume(row["resume_id"])
        engine = row["engine"] if isinstance(row["engine"], dict) else {}
        split = part_of(row["job_part"], row["resume_part"])
        because = "mixed_parts" if split == LEFT_OUT else ""
        if person in self._divided:
            split, because = LEFT_OUT, "person_in_two_parts"
        clean: Callable[[Any], Any] = _as_it_is if self._personal else redactor.value
        shown: Callable[[Any], Any] = _as_it_is if self._personal else redactor.identifier
        # A job is many candidates': its new id must not depend on whose name it holds.
        job_id = row["job_id"] or ""
        record = {
            **{name: row[name] for name in ("kind", "requirement_id", "rating", "reviewer_role")},
            **{name: clean(row[name]) for name in ("query", "response", "ideal_response")},
            **{name: clean(_texts(row[name])) for name in _POINTS},
            "context": clean([text for entry in _entries(row["context"]) for text in self._passages(entry)]),
            "feedback_id": shown(row["feedback_id"]),
            "interaction_id": shown(row["interaction_id"]),
            "job_id": job_id if shown(job_id) == job_id else rekeyed(job_id, self._salt),
            "job_version": row["job_version"] or 0,
            "job_description": description,
            "role_name": role,
            "resume_id": shown(row["resume_id"]) or "",
            "candidate": candidate,
            "resume_text": text,
            "analysis_id": shown(row["analysis_id"]) or "",
            "parser_version": parser,
            "seconds_taken": row["seconds_taken"],
            "duplicate_of": shown(row["repeats"]) or "",
            "created_at": row["created_at"].isoformat(),
            "split": split,
            "left_out_because": because,
            **_versions(engine),
        }
        return {name: record[name] for name in COLUMNS}

    def _passages(self, entry: Any) -> list[str]:
        """An entry of the context as text; a gesture on an answer names it only, and stands for what it cited."""
        if isinstance(entry, dict) and set(entry) == {"answer"}:
            return self._quotes(str(entry["answer"]))
        return [_text(entry)]

    def _resume_texts(self, resume_id: str | None) -> "_ResumeTexts":
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


_ResumeTexts = tuple[str, str, str, Redactor, int | None]


def _as_it_is(value: Any) -> Any:
    return value


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
    return [_text(value) for value in _entries(values)]


def _entries(values: Any) -> list[Any]:
    return values if isinstance(values, list) else [values]


def _quotes(interaction_id: str) -> list[str]:
    """What the answer cited; nothing where it is gone."""
    found = Question.objects.filter(pk=interaction_id).values_list("citations", flat=True).first()
    return [str(row["quote"]) for row in found or [] if isinstance(row, dict) and row.get("quote")]


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
