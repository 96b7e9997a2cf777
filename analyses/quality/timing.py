"""Where the time of one analysis goes: a two-page resume against a job of twenty requirements, warm."""

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from analyses.engine.inputs import JobInput, Requirement, ResumeInput
from analyses.engine.judge import judge, prepare
from analyses.engine.reading import texts_to_embed
from analyses.pairs import job_from_text, unstored_judge
from analyses.quality.honesty import AS_OF
from analyses.quality.personas import JOBS
from analyses.taxonomy import SiteTaxonomy
from resumes.document import Document
from resumes.extraction import extract
from resumes.parsing import PARSER_VERSION, parse_profile
from vectors.embedders import get_embedder

REQUIREMENTS = 20
RUNS = 7


def median_ms(work: Callable[[], Any], runs: int = RUNS, clock: Callable[[], float] = time.perf_counter) -> float:
    """Median milliseconds of ``work`` by ``clock`` after one run to warm up."""
    work()
    times = []
    for _ in range(runs):
        began = clock()
        work()
        times.append((clock() - began) * 1000)
    return round(statistics.median(times), 2)


def twenty_requirements() -> JobInput:
    """A job of twenty requirements, read from the built-in postings."""
    jobs = [job_from_text(text) for text in JOBS]
    rows: list[Requirement] = [requirement for job in jobs for requirement in job.requirements]
    rows = [rows[i % len(rows)] for i in range(REQUIREMENTS)]
    return replace(jobs[0], requirements=tuple(replace(row, id=f"r{i}") for i, row in enumerate(rows, start=1)))


def resume_of_document(document: Document, profile: dict[str, Any]) -> ResumeInput:
    """What the judge is given for a document read from a file."""
    return ResumeInput("", document.text, document.lines, profile, AS_OF, hidden=document.hidden,
                       parser_version=PARSER_VERSION)  # fmt: skip


def measure(path: Path, runs: int = RUNS) -> dict[str, Any]:
    """Milliseconds of each stage (medians of ``runs``) for the PDF at ``path``, and how fast texts are embedded."""
    document = extract(path)
    profile = parse_profile(document)
    job, resume = twenty_requirements(), resume_of_document(document, profile)
    taxonomy, encoder = SiteTaxonomy(), get_embedder()
    context = unstored_judge().context
    reading = prepare(job, resume, taxonomy)
    texts = texts_to_embed(reading)
    own = [chunk.embedded for chunk in reading.chunks]
    vectors = dict(zip(texts, encoder.encode(texts), strict=True))

    def again() -> dict[str, Any]:
        return judge(prepare(job, resume, taxonomy), vectors, replace(context, fit=None))

    parsing = median_ms(lambda: parse_profile(document), runs)
    scoring = median_ms(again, runs)
    return {
        "file": path.name,
        "pages": document.page_count,
        "requirements": len(job.requirements),
        "extraction_ms": median_ms(lambda: extract(path), runs),
        "parsing_ms": parsing,
        "embedding_ms": median_ms(lambda: encoder.encode(own), min(runs, 3)),
        "scoring_ms": scoring,
        "parsing_and_scoring_ms": round(parsing + scoring, 2),
        # Of this process alone: what a busy neighbour on the machine takes is not in it.
        "parsing_and_scoring_cpu_ms": median_ms(
            lambda: (parse_profile(document), again()), runs, clock=time.process_time
        ),
        "reanalysis_ms": scoring,
        "chunks": len(own),
        **embedding_rates(own, min(runs, 3)),
    }


def embedding_rates(texts: list[str], runs: int) -> dict[str, float]:
    """Chunks embedded a second, one by one and in batches of 256."""
    encoder = get_embedder()
    few = texts[:32]
    many = [f"{texts[i % len(texts)]} {i}" for i in range(256)]
    single = median_ms(lambda: [encoder.encode([text]) for text in few], runs) / 1000
    batch = median_ms(lambda: encoder.encode(many), runs) / 1000
    return {
        "chunks_per_second_single": round(len(few) / single, 1),
        "chunks_per_second_batch_256": round(256 / batch, 1),
    }
