"""Asking about a candidate: the use case around :mod:`analyses.asking`."""

from collections.abc import Callable, Sequence

from django.db import transaction

from analyses import llm
from analyses.actor import Actor, actor_id
from analyses.asking.answering import answer
from analyses.asking.material import gather, texts_to_embed
from analyses.errors import AnalysisNotReady, BadQuestion
from analyses.inputs import resume_input
from analyses.models import Analysis, Question
from analyses.pipeline import embed
from analyses.taxonomy import SiteTaxonomy
from analyses.writing import PastExample, write_answer

MAX_QUESTION = 1000

# Handed in from above (the app that keeps feedback imports this one): question and analysis -> past examples.
ExampleSource = Callable[[str, Analysis], Sequence[PastExample]]
_sources: list[ExampleSource] = []


def register_examples(source: ExampleSource) -> None:
    """Name the function that finds highly rated answers to like questions; called once, when the site starts."""
    _sources[:] = [source]


def ask(*, analysis: Analysis, question: str, by: Actor, examples: ExampleSource | None = None) -> Question:
    """Answer a question from the resume's own lines and keep both. Raises BadQuestion (400), AnalysisNotReady (409)."""
    question = " ".join(question.split())
    if not question or len(question) > MAX_QUESTION:
        raise BadQuestion
    if analysis.resume is None or not analysis.resume.text:
        raise AnalysisNotReady("The resume of this analysis has no text to answer from.")
    material = gather(resume_input(analysis.resume), SiteTaxonomy())
    found = answer(question, material, embed(texts_to_embed(material, question)))
    model = llm.configured()
    past = _examples(question, analysis, examples) if model is not None and found.citations else ()
    written = write_answer(question, found, material.resume.text, model, past)
    with transaction.atomic():
        return Question.objects.create(
            analysis=analysis,
            question=question,
            response=written.text,
            citations=[item.as_json() for item in written.citations],
            answered_by=written.written_by,
            dropped_quotes=written.dropped_quotes,
            examples=[example.feedback_id for example in past] if written.written_by != "built-in" else [],
            asked_by_id=actor_id(by),
        )


def _examples(question: str, analysis: Analysis, given: ExampleSource | None) -> Sequence[PastExample]:
    source = given or (_sources[0] if _sources else None)
    return source(question, analysis) if source is not None else ()
