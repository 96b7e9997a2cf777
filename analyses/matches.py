"""The best resumes of the whole library for a job, analysed or not, without reading any file again.

First by what is stored of each resume (its skills, the vector of its digest), then the best of those are scored in
full by the judge. Nothing is written but digests and embeddings, which are caches.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from analyses.engine import ENGINE_VERSION
from analyses.engine.fit import job_fit_text, resume_fit_text
from analyses.engine.history import skill_months
from analyses.engine.inputs import JobInput
from analyses.engine.judge import must_haves, prepare
from analyses.inputs import job_input, resume_input
from analyses.models import Analysis, ResumeDigest
from analyses.pipeline import Judge, judge_in_use, score_all
from analyses.services import engine_keys
from analyses.taxonomy import SiteTaxonomy
from jobs.models import Job
from resumes.models import Resume
from resumes.querysets import ResumeQuerySet
from vectors.models import Embedding, EmbeddingModel
from vectors.services import active_model, base_model, embed_texts, text_hash

# Resumes scored in full for each one asked for. Of the ten that are best when a library of 348 is scored in full, the
# first stage holds 68 % in 20, 78 % in 30 and 80 % in 40 (ten jobs).
POOL = 3
MOST = 50
BATCH = 200
DIGEST_VERSION = "2"  # of what a digest holds, apart from what it is made by
DIGEST_FIELDS = ["source", "text", "content_hash", "skills", "months"]


@dataclass(frozen=True, slots=True)
class Match:
    """One person found for a job, by the newest of their ``file_count`` resumes.

    ``analysis_id`` is None when it was never analysed for this version of the job; ``filename`` is what pages call
    somebody without a name.
    """

    resume_id: str
    candidate_name: str
    overall_score: float
    hiring_recommendation: str
    must_haves_met: int
    must_haves_total: int
    matched_skills: tuple[str, ...]
    missing_critical_skills: tuple[str, ...]
    analysis_id: str | None
    filename: str = ""
    file_count: int = 1
    person_id: int | None = None


def matches(*, job: Job, limit: int = 10) -> list[Match]:
    """The ``limit`` (at most 50) best people for a job, best first, each by their newest resume."""
    limit = max(1, min(limit, MOST))
    in_use = active_model()
    judge, base = judge_in_use(in_use), in_use.base or in_use
    refresh_digests(model=base)
    wanted = job_input(job)
    resumes = Resume.objects.with_version_count().in_bulk(shortlist(wanted, limit * POOL, base))
    known = _known(job, list(resumes.values()), judge)
    unknown = [resume for key, resume in resumes.items() if key not in known]
    scored = score_all(wanted, [resume_input(resume) for resume in unknown], judge) if unknown else []
    results = {resume.pk: result for resume, result in zip(unknown, scored, strict=True)}
    found = [_match(resume, known.get(key), results.get(key)) for key, resume in resumes.items()]
    ranked = sorted(found, key=lambda m: (-m.overall_score, m.resume_id))
    return ranked[:limit]


def refresh_digests(most: int | None = None, model: EmbeddingModel | None = None) -> int:
    """Make the digests that are missing or of another version, at most ``most`` of them; how many are left."""
    stale = stale_digests(model=model)
    chosen = list(stale.items())[:most]
    for start in range(0, len(chosen), BATCH):
        _make_digests(dict(chosen[start : start + BATCH]))
    return len(stale) - len(chosen)


def make_digest(resume_id: str) -> None:
    """Make the digest of one resume that was read; nothing where there is one already, or no such resume."""
    _make_digests(stale_digests(Resume.objects.filter(pk=resume_id)))


def stale_digests(resumes: ResumeQuerySet | None = None, model: EmbeddingModel | None = None) -> dict[str, str]:
    """Resumes (of ``resumes``, or of all) whose digest is missing or of another version: what it would be made from."""
    version = f"{DIGEST_VERSION}|{ENGINE_VERSION}|{SiteTaxonomy().version}|{(model or base_model()).key}"
    asked = Resume.objects.all() if resumes is None else resumes
    rows = asked.filter(status=Resume.Status.READY).values_list(
        "resume_id", "parser_version", "finished_at", "digest__source"
    )
    made_from = ((key, f"{version}|{parser}|{at}", source) for key, parser, at, source in rows)
    return {key: wanted for key, wanted, source in made_from if source != wanted}


def _make_digests(sources: dict[str, str]) -> None:
    nothing_asked = JobInput("", 0, "", ())
    taxonomy = SiteTaxonomy()
    digests = []
    for resume in Resume.objects.filter(pk__in=sources):
        reading = prepare(nothing_asked, resume_input(resume), taxonomy)
        text = resume_fit_text(reading.earning)
        digests.append(
            ResumeDigest(
                resume=resume,
                source=sources[resume.pk],
                text=text,
                content_hash=text_hash(text) if text else "",
                skills=list(reading.skills.ids()),
                months=skill_months(reading),
            )
        )
    embed_texts([digest.text for digest in digests if digest.text], model=base_model())
    ResumeDigest.objects.bulk_create(
        digests, update_conflicts=True, unique_fields=["resume"], update_fields=DIGEST_FIELDS
    )


def shortlist(job: JobInput, most: int, model: EmbeddingModel) -> list[str]:
    """Ids of the resumes worth scoring in full, by vector and skills alone: of each person the newest."""
    import numpy as np

    rows = _with_vectors(model)
    if not rows:
        return []
    asked = embed_texts([job_fit_text(job) or "-"], model=model)[0]
    vectors = np.frombuffer(b"".join(vector for _, vector, _ in rows), dtype="<f4").reshape(len(rows), -1)
    near = np.round(vectors @ asked, 3)
    weights = _skill_weights(job)
    points = [
        0.5 * float(value) + 0.5 * _covered(skills, weights) for value, (_, _, skills) in zip(near, rows, strict=True)
    ]
    order = sorted(range(len(rows)), key=lambda i: (-points[i], rows[i][0]))
    return [rows[i][0] for i in order[:most]]


def _with_vectors(model: EmbeddingModel) -> list[tuple[str, bytes, list[str]]]:
    """Resume, vector and skills of every person's newest digest, in the order of the ids. No text is read for it: two
    queries and a third where a vector is missing, which is then made."""
    digests = ResumeDigest.objects.exclude(content_hash="").filter(resume__in=Resume.objects.leading().order_by())
    stored = Embedding.objects.filter(model=model, content_hash__in=digests.order_by().values("content_hash"))
    found = {content: bytes(vector) for content, vector in stored.values_list("content_hash", "vector")}
    rows = list(digests.order_by("resume_id").values_list("resume_id", "content_hash", "skills"))
    lost = [key for key, content, _ in rows if content not in found]
    if lost:
        texts = dict(digests.filter(pk__in=lost).values_list("content_hash", "text"))
        made = embed_texts(list(texts.values()), model=model)
        found |= {content: row.tobytes() for content, row in zip(texts, made, strict=True)}
    return [(key, found[content], skills) for key, content, skills in rows]


def _skill_weights(job: JobInput) -> dict[str, float]:
    weights: dict[str, float] = {}
    for requirement in job.requirements:
        for skill in requirement.skills if requirement.scorable else ():
            weights[skill] = max(weights.get(skill, 0.0), requirement.weight * (2.0 if requirement.must_have else 1.0))
    return weights


def _covered(skills: Iterable[str], weights: dict[str, float]) -> float:
    return sum(weights.get(skill, 0.0) for skill in skills) / (sum(weights.values()) or 1.0)


def _known(job: Job, resumes: Sequence[Resume], judge: Judge) -> dict[str, Analysis]:
    """The newest finished analysis of each resume for this version of the job by the judge in use."""
    versions = list({resume.parser_version for resume in resumes})
    keys = dict(zip(versions, engine_keys(versions, judge), strict=True))
    rows = Analysis.objects.filter(
        job=job,
        resume__in=resumes,
        job_version=job.version,
        status=Analysis.Status.DONE,
        engine_key__in=keys.values(),
        result__isnull=False,
    ).order_by("created_at")
    parsed = {resume.pk: resume.parser_version for resume in resumes}
    return {str(row.resume_id): row for row in rows if row.engine_key == keys[parsed[str(row.resume_id)]]}


def _match(resume: Any, analysis: Analysis | None, result: dict[str, Any] | None) -> Match:
    """A match from the finished analysis there is, else from ``result``."""
    result = (analysis.result if analysis is not None else None) or result or {}
    met, total = must_haves(result)
    return Match(
        resume_id=resume.pk,
        candidate_name=resume.candidate_name,
        overall_score=float(result["overall_score"]),
        hiring_recommendation=str(result["hiring_recommendation"]),
        must_haves_met=met,
        must_haves_total=total,
        matched_skills=_strings(result["matched_skills"]),
        missing_critical_skills=_strings(result["missing_critical_skills"]),
        analysis_id=analysis.pk if analysis is not None else None,
        filename=resume.original_filename,
        file_count=resume.version_count,
        person_id=resume.person_id,
    )


def _strings(values: Sequence[object]) -> tuple[str, ...]:
    return tuple(str(value) for value in values)
