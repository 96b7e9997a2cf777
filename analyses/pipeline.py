"""Around the judge: reads the rows, has the texts embedded, and writes what was found."""

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from analyses import llm
from analyses.asking.material import MAX_CITATIONS, Citation
from analyses.engine.gender import one_form
from analyses.engine.inputs import EngineContext, JobInput, ResumeInput
from analyses.engine.judge import fit_texts, judge, must_haves, prepare
from analyses.engine.reading import texts_to_embed
from analyses.engine.similarity import Vectors
from analyses.inputs import engine_context, job_input, resume_input
from analyses.models import Analysis
from analyses.taxonomy import SiteTaxonomy
from analyses.writing import write_summary
from vectors.models import EmbeddingModel
from vectors.services import active_model, base_model, embed_texts

Embed = Callable[[Sequence[str]], Vectors]

logger = logging.getLogger(__name__)

ABANDONED_AFTER = timedelta(minutes=30)


@dataclass(slots=True)
class Stopwatch:
    """Milliseconds spent in each stage."""

    stages: dict[str, float] = field(default_factory=dict)
    _since: float = field(default_factory=time.perf_counter)

    def lap(self, stage: str) -> None:
        """Book the time since the last lap under ``stage``."""
        now = time.perf_counter()
        self.stages[stage] = round(self.stages.get(stage, 0.0) + (now - self._since) * 1000, 3)
        self._since = now

    def as_json(self) -> dict[str, float]:
        """The stages and their sum."""
        return {**self.stages, "total": round(sum(self.stages.values()), 3)}


@dataclass(frozen=True, slots=True)
class Judge:
    """The judge in use: what the result records of it, and what embeds for it."""

    context: EngineContext
    embed: Embed  # by the base model, which similarities are calibrated for
    embed_adapted: Embed  # by the adapted model, where one is in use


def judge_in_use(model: EmbeddingModel | None = None) -> Judge:
    """The embedding model and adapter in use now (``model``, where the caller has read it).

    Vectors come from the store where they are kept already.
    """
    model = model or active_model()
    base = model.base or model
    return Judge(engine_context(model), lambda texts: embed(texts, base), lambda texts: embed(texts, model))


def embed(texts: Sequence[str], model: EmbeddingModel | None = None) -> Vectors:
    """Vectors of ``texts`` by text, by the base model unless another is named; computed ones are stored."""
    rows = embed_texts(texts, model=model or base_model())
    return dict(zip(texts, rows, strict=True))


def score(job: JobInput, resume: ResumeInput, judge_: Judge | None = None) -> dict[str, Any]:
    """The whole result of a pair, with ``timestamp`` and ``timing_ms``. Reads and writes no analysis."""
    by = judge_ or judge_in_use()
    watch = Stopwatch()
    reading = prepare(job, resume, SiteTaxonomy())
    watch.lap("reading")
    vectors = _in_one_form(texts_to_embed(reading), by.embed)
    adapted = by.embed_adapted(fit_texts(reading)) if by.context.fit is not None else None
    watch.lap("embedding")
    result = judge(reading, vectors, by.context, adapted)
    watch.lap("scoring")
    return {**result, "timestamp": timezone.now().isoformat(), "timing_ms": watch.as_json()}


def score_all(job: JobInput, resumes: Sequence[ResumeInput], judge_: Judge | None = None) -> list[dict[str, Any]]:
    """The results of several resumes for one job, in their order: one look-up of vectors for all of them together."""
    by = judge_ or judge_in_use()
    readings = [prepare(job, resume, SiteTaxonomy()) for resume in resumes]
    texts = list(dict.fromkeys(text for reading in readings for text in texts_to_embed(reading)))
    vectors = _in_one_form(texts, by.embed)
    adapted = None
    if by.context.fit is not None:
        adapted = by.embed_adapted(list(dict.fromkeys(text for reading in readings for text in fit_texts(reading))))
    return [judge(reading, vectors, by.context, adapted) for reading in readings]


def _in_one_form(texts: Sequence[str], embed_: Embed) -> Vectors:
    """Vectors of ``texts``, by text. A posting's words for people are embedded as a resume's are: in one form."""
    forms = {text: one_form(text) for text in texts}
    found = embed_(list(dict.fromkeys(forms.values())))
    return {text: found[form] for text, form in forms.items()}


def run(analysis_id: str) -> bool:
    """Claim a queued analysis, score it, and record the outcome on its row; False when another worker has it."""
    claimed = Analysis.objects.filter(pk=analysis_id, status=Analysis.Status.QUEUED).update(
        status=Analysis.Status.RUNNING, started_at=timezone.now()
    )
    if not claimed:
        return False
    try:
        _score_row(analysis_id)
    except Exception as error:  # noqa: BLE001  whatever went wrong belongs on the row, where a person sees it
        # The message could quote the resume: only its kind goes to the log and the row.
        logger.error("Analysis %s failed: %s", analysis_id, type(error).__name__)
        fail(analysis_id, "engine_error", f"Scoring stopped with an error ({type(error).__name__}). Run it again.")
    return True


def _score_row(analysis_id: str) -> None:
    analysis = Analysis.objects.select_related("job", "resume").get(pk=analysis_id)
    if analysis.job is None or analysis.resume is None:
        fail(analysis_id, "input_gone", "The job or the resume of this analysis is gone.")
        return
    result = score(job_input(analysis.job, analysis.job_version), resume_input(analysis.resume))
    result["written_summary"] = written_summary(result, analysis.resume.text)
    model = active_model()
    met, total = must_haves(result)
    with transaction.atomic():
        row = Analysis.objects.select_for_update().get(pk=analysis_id)
        row.status = Analysis.Status.DONE
        row.finished_at = timezone.now()
        row.candidate_name = analysis.resume.candidate_name
        row.overall_score = result["overall_score"]
        row.hiring_recommendation = result["hiring_recommendation"]
        row.must_haves_met, row.must_haves_total = met, total
        row.embedding_model = model
        row.result = {"analysis_id": analysis_id, **result}
        row.save()


def written_summary(result: dict[str, Any], text: str) -> dict[str, Any] | None:
    """The summary in the words of the language model, from the result's quotes; None without a model.

    It stands beside the built-in summary, which is the same for the same inputs, and takes no part in the score.
    """
    model = llm.configured()
    if model is None:
        return None
    best = sorted(result["requirements"], key=lambda row: -float(row["contribution"]))
    quotes = [item for row in best for item in row["evidence"][:1]][:MAX_CITATIONS]
    citations = [Citation(item["quote"], item["page"], item["start"], item["end"]) for item in quotes]
    written = write_summary(str(result["executive_summary"]), citations, text, model)
    return {
        "text": written.text,
        "citations": [item.as_json() for item in written.citations],
        "written_by": written.written_by,
        "dropped_quotes": written.dropped_quotes,
    }


def fail(analysis_id: str, code: str, sentence: str) -> None:
    """Record why an analysis has no result."""
    Analysis.objects.filter(pk=analysis_id, status__in=[Analysis.Status.QUEUED, Analysis.Status.RUNNING]).update(
        status=Analysis.Status.FAILED, error_code=code, error=sentence[:500], finished_at=timezone.now()
    )


def fail_abandoned() -> int:
    """Fail analyses whose worker died half-way, so that they can be run again; how many there were."""
    stale = Analysis.objects.filter(status=Analysis.Status.RUNNING, started_at__lt=timezone.now() - ABANDONED_AFTER)
    return stale.update(
        status=Analysis.Status.FAILED,
        error_code="abandoned",
        error="The process that scored this stopped before it was done. Run it again.",
        finished_at=timezone.now(),
    )
