"""Scores pairs of plain texts, a resume and a job, through the same reading and judging; stores nothing."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Any

from django.db import DatabaseError

from analyses.engine.inputs import EngineContext, JobInput, ResumeInput
from analyses.engine.similarity import Vectors
from analyses.inputs import engine_context, requirements_of
from analyses.pipeline import Embed, Judge, score
from jobs.reading import read_description
from resumes.document import Document, Line
from resumes.parsing import PARSER_VERSION, parse_profile
from vectors.embedders import Embedder, get_embedder
from vectors.models import EmbeddingModel
from vectors.services import embedder_of


def plain_document(text: str) -> Document:
    """A text without pages, as reading a one-page PDF would give it."""
    lines, start = [], 0
    for number, raw in enumerate(text.split("\n")):
        words = raw.strip()
        if words:
            begin = start + raw.index(words)
            lines.append(Line(1, begin, begin + len(words), 0, 12.0 * number, 6.0 * len(words), 12.0 * number + 10))
        start += len(raw) + 1
    return Document(text=text, lines=tuple(lines), page_count=1, engine="text")


def resume_from_text(text: str, as_of: date | None = None) -> ResumeInput:
    """A resume read from plain text. "Present" means ``as_of``, today by default."""
    document = plain_document(text)
    profile = parse_profile(document)
    return ResumeInput(
        resume_id="",
        text=text,
        lines=(),
        profile=profile,
        as_of=as_of or datetime.now(UTC).date(),
        candidate_name=str((profile.get("basics") or {}).get("name") or ""),
        parse_quality=document.quality.as_json(),
        parser_version=PARSER_VERSION,
    )


def job_from_text(text: str) -> JobInput:
    """A job read from its description."""
    reading = read_description(text)
    rows = [draft.as_fields() for draft in reading.requirements]
    return JobInput(
        job_id="",
        version=1,
        description=text,
        requirements=requirements_of(rows),
        company_name=reading.company_name,
        role_name=reading.role_name,
        ignored=tuple((span.start, span.end) for span in reading.ignored),
    )


def score_pairs(pairs: Iterable[dict[str, Any]], *, judge: Judge | None = None) -> Iterator[dict[str, Any]]:
    """The same rows with ``overall_score``, one by one. Raises KeyError for a row without its two texts."""
    judge = judge or unstored_judge()
    for row in pairs:
        result = score(job_from_text(row["job_text"]), resume_from_text(row["resume_text"]), judge)
        yield {**row, "overall_score": result["overall_score"]}


def unstored_judge() -> Judge:
    """The judge in use, with vectors computed and remembered in memory only. Needs no database and writes to none."""
    embedder = get_embedder()
    row = _active_row(embedder.key)
    if row is None:
        context = EngineContext(embedder.key, embedder.weights_sha256, None, embedder.dimension)
        return Judge(context, remembering(embedder), remembering(embedder))
    return Judge(engine_context(row), remembering(embedder), remembering(embedder_of(row)))


def _active_row(key: str) -> EmbeddingModel | None:
    try:
        row = EmbeddingModel.objects.select_related("base").filter(is_active=True).first()
    except DatabaseError:  # not migrated yet: the configured model it is
        return None
    return row if row is not None and (row.base or row).key == key else None


def remembering(embedder: Embedder) -> Embed:
    """An embed function that writes nothing and computes each text once."""
    known: dict[str, Any] = {}

    def embed(texts: Sequence[str]) -> Vectors:
        missing = [text for text in dict.fromkeys(texts) if text not in known]
        if missing:
            known.update(zip(missing, embedder.encode(missing), strict=True))
        return {text: known[text] for text in texts}

    return embed
