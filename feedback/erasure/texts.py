"""Which texts about a candidate may have been embedded."""

from collections.abc import Iterator
from typing import Any

from analyses.engine.fit import resume_fit_text
from analyses.engine.inputs import JobInput
from analyses.engine.judge import prepare
from analyses.engine.reading import texts_to_embed
from analyses.inputs import resume_input
from analyses.models import Question
from analyses.taxonomy import SiteTaxonomy
from feedback.indexing import text_of
from feedback.models import Feedback
from resumes.models import Resume
from vectors.services import text_hash


def text_hashes(resume_ids: list[str], feedback_ids: list[str], question_ids: list[str]) -> list[str]:
    """Hashes of every text of the resumes, and about them, that a stored vector may belong to; sorted."""
    hashes: set[str] = set()
    for resume in Resume.objects.filter(pk__in=resume_ids):
        hashes.update(text_hash(text) for text in _texts_of(resume))
    for row in Feedback.objects.filter(pk__in=feedback_ids):
        hashes.update(text_hash(text) for text in (text_of(row), row.query, row.response, row.ideal_response))
    for question in Question.objects.filter(pk__in=question_ids):
        hashes.update((text_hash(question.question), text_hash(question.response)))
    return sorted(hashes)


def _texts_of(resume: Resume) -> Iterator[str]:
    yield resume.text
    if resume.text.strip():
        reading = prepare(JobInput("", 0, "", ()), resume_input(resume), SiteTaxonomy())
        yield from texts_to_embed(reading)
        yield resume_fit_text(reading.earning)
    for line in resume.lines or []:
        yield resume.text[line["start"] : line["end"]]
    yield from _strings(resume.profile)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
