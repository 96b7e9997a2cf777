"""Reads a resume for a job, says which texts need embedding, and scores."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from analyses.engine import ENGINE_VERSION, SCHEMA_VERSION, calibration, components, guard, scoring, wording
from analyses.engine.chunks import build_chunks, left_out
from analyses.engine.entries import organisation_spans
from analyses.engine.findings import MET, NOT_SCORED, Finding
from analyses.engine.fit import job_fit_text, learned_fit, resume_fit_text
from analyses.engine.history import experience
from analyses.engine.inputs import EngineContext, JobInput, LearnedFit, Requirement, ResumeInput
from analyses.engine.masking import personal_spans
from analyses.engine.matching import match
from analyses.engine.reading import Reading
from analyses.engine.similarity import Vectors
from analyses.engine.skillset import Taxonomy, find_places

MAX_JOB_SENTENCES = 60
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")


def prepare(job: JobInput, resume: ResumeInput, taxonomy: Taxonomy) -> Reading:
    """Read the resume for the job: what it says, where, and what of it may earn. Vectors are still to come."""
    personal = personal_spans(resume.text, resume.profile)
    chunks = build_chunks(resume.text, resume.lines, resume.profile, personal)
    places = find_places(chunks, taxonomy, organisation_spans(resume.text, resume.profile))
    papers = {place.skill_id for place in places if taxonomy.is_paper(place.skill_id)}
    beside = left_out(resume.text, resume.lines, chunks, personal)
    whole = guard.inspect((*beside, *chunks), places, job.description, papers)
    checked, beside = whole[len(beside) :], tuple(chunk for chunk in whole[: len(beside)] if chunk.is_foreign)
    places = [replace(place, chunk=checked[place.chunk.index]) for place in places]
    return Reading(job, resume, checked, tuple(places), taxonomy, job_sentences(job), beside)


def job_sentences(job: JobInput) -> tuple[str, ...]:
    """What the posting is, for whole-profile similarity: its sentences, without what asks for nothing and what must
    not be scored; its requirements where it has no sentences."""
    kept = "".join(" " if any(s <= i < e for s, e in job.ignored) else c for i, c in enumerate(job.description))
    sentences = [part.strip() for part in _SENTENCE.split(kept) if len(part.split()) >= 3]
    banned = [r.text.strip().casefold() for r in job.requirements if not r.scorable]
    sentences = [part for part in sentences if not any(text and text in part.casefold() for text in banned)]
    asked = [r.text for r in job.requirements if r.scorable]
    return tuple(dict.fromkeys((sentences or asked)[:MAX_JOB_SENTENCES]))


def fit_texts(reading: Reading) -> tuple[str, str]:
    """Posting and resume as the adapted model is to see them."""
    return job_fit_text(reading.job), resume_fit_text(reading.earning)


def judge(reading: Reading, vectors: Vectors, context: EngineContext, adapted: Vectors | None = None) -> dict[str, Any]:
    """The analysis result, without ``timestamp`` and ``timing_ms``, which are the caller's.

    ``adapted`` maps the two :func:`fit_texts` to vectors of the adapted model; needed when ``context.fit`` is set.

    ``vectors`` maps every text of :func:`analyses.engine.reading.texts_to_embed` to a unit vector; a missing one
    raises KeyError. Equal arguments give an equal result.
    """
    reading = replace(reading, vectors=vectors)
    findings = [match(requirement, reading) for requirement in reading.job.requirements]
    scorable = sum(f.status != NOT_SCORED for f in findings)
    parts = components.components(reading, scorable, _learned(reading, context, adapted))
    left = max(0.0, 1.0 - sum(part.weight for part in parts)) if scorable else 0.0
    scored = scoring.share_out(findings, reading.job.weights, left)
    score = scoring.overall(scored, parts)
    cautions = [*guard.hidden_warnings(reading.resume.hidden), *_guarded(reading), *_read_badly(reading)]
    return {
        "schema_version": SCHEMA_VERSION,
        "candidate_name": reading.resume.candidate_name,
        "filename": reading.resume.filename,
        "company_name": reading.job.company_name,
        "role_name": reading.job.role_name,
        "overall_score": score,
        **_category_scores(scored, reading),
        **_skills(findings),
        **_words(score, scored, reading, cautions),
        "requirements": [_requirement(row, reading.resume.text) for row in scored],
        "components": [part.as_json(reading.resume.text) for part in parts],
        "profile": dict(reading.resume.profile),
        "parse_quality": dict(reading.resume.parse_quality),
        "warnings": [caution.as_json() for caution in cautions],
        "engine": engine_block(reading, context),
    }


def _learned(reading: Reading, context: EngineContext, adapted: Vectors | None) -> tuple[LearnedFit, float] | None:
    if context.fit is None:
        return None
    return context.fit, learned_fit(*fit_texts(reading), adapted or {}, context.fit)


def _category_scores(scored: Sequence[scoring.Scored], reading: Reading) -> dict[str, Any]:
    rows = scoring.categories(scored, reading.job.weights)
    by_key = {row["key"]: row["score"] for row in rows}
    return {
        "skill_match_score": by_key["skills"],
        "experience_match_score": by_key["experience"],
        "education_match_score": by_key["education"],
        "categories": rows,
    }


def _skills(findings: Sequence[Finding]) -> dict[str, list[str]]:
    matched = dict.fromkeys(name for f in findings for name in f.matched)
    critical = [f for f in findings if f.requirement.must_have and f.status != MET]
    missing = dict.fromkeys(name for f in critical for name in f.missing if name not in matched)
    return {"matched_skills": list(matched), "missing_critical_skills": list(missing)}


def _words(
    score: float, scored: Sequence[scoring.Scored], reading: Reading, cautions: Sequence[guard.Caution]
) -> dict[str, Any]:
    past = experience(reading)
    strong = wording.strengths(scored, reading.resume.text)
    weak = wording.weaknesses(scored, reading.resume.text)
    told = wording.summary(scored, past, cautions)
    advice = wording.recommendation(score, scored, reading.resume.parse_quality.get("level") == "poor")
    return {
        "strengths": [s.text for s in strong],
        "weaknesses": [s.text for s in weak],
        "executive_summary": " ".join(s.text for s in told),
        "hiring_recommendation": advice.text,
        "questions_to_ask": [s.text for s in wording.questions(scored)],
        "statements": {
            "strengths": [s.as_json() for s in strong],
            "weaknesses": [s.as_json() for s in weak],
            "executive_summary": [s.as_json() for s in told],
            "hiring_recommendation": [advice.as_json()],
            "questions_to_ask": [s.as_json() for s in wording.questions(scored)],
        },
        "experience": past,
    }


def _guarded(reading: Reading) -> list[guard.Caution]:
    return guard.warnings(sorted((*reading.beside, *reading.chunks), key=lambda c: c.start), reading.resume.text)


def _read_badly(reading: Reading) -> list[guard.Caution]:
    found = []
    doubts = [str(text) for text in reading.profile.get("warnings") or []]
    if reading.profile.get("is_resume") is False:
        said = " ".join(doubts) or "This file does not look like a resume."
        found.append(guard.Caution("not_a_resume", f"{said} Check it before relying on the score."))
        doubts = []
    if reading.resume.used_ocr:
        found.append(guard.Caution("read_by_ocr", "This is a scan read by OCR: letters may be misread."))
    found += [guard.Caution("reading", text) for text in doubts]
    return found


def _requirement(row: scoring.Scored, text: str) -> dict[str, Any]:
    found = row.finding
    asked = found.requirement
    return {
        "id": asked.id,
        "text": asked.text,
        "kind": asked.kind,
        "must_have": asked.must_have,
        "weight": asked.weight,
        "weight_applied": round(row.share, 4),
        "status": found.status,
        "score": found.score,
        "contribution": row.contribution,
        "reason": found.reason,
        "ask": found.ask or None,
        "matched": list(found.matched),
        "missing": list(found.missing),
        "evidence": [item.as_json(text) for item in found.evidence],
    }


def must_haves(result: Mapping[str, Any]) -> tuple[int, int]:
    """How many scored must-haves are met, and how many there are."""
    rows = [r for r in result["requirements"] if r["must_have"] and r["status"] != NOT_SCORED]
    return sum(r["status"] == MET for r in rows), len(rows)


def engine_block(reading: Reading, context: EngineContext) -> dict[str, Any]:
    """What is needed to make the result again: versions, model, weights, hashes of the inputs."""
    return {
        "versions": versions(context, reading.taxonomy.version),
        "parser": reading.resume.parser_version,
        "model": context.model,
        "model_sha256": context.model_sha256,
        "adapter": context.adapter,
        "dimension": context.dimension,
        "weights": {
            "categories": {
                **calibration.CATEGORY_WEIGHTS,
                "profile": 1.0,
                **{k: float(v) for k, v in reading.job.weights.items()},
            },
            "must_have_factor": calibration.MUST_HAVE_FACTOR,
            "must_have_least": scoring.MUST_HAVE_LEAST,
            "profile_least": calibration.PROFILE_SHARE_LEAST,
        },
        "as_of": reading.resume.as_of.isoformat(),
        "job_version": reading.job.version,
        "input_hashes": {
            "resume_text": _sha256(reading.resume.text),
            "resume_profile": _sha256(_canonical(dict(reading.resume.profile))),
            "job": reading.job.content_hash or _sha256(reading.job.description),
            "requirements": _sha256(_canonical([_asked(r) for r in reading.job.requirements])),
        },
        "chunks": len(reading.chunks),
    }


def versions(context: EngineContext, taxonomy_version: str) -> dict[str, str]:
    """Everything whose change makes a new judgement of the same pair worth having."""
    return {
        "engine": ENGINE_VERSION,
        "schema": str(SCHEMA_VERSION),
        "calibration": calibration_hash(),
        "taxonomy": taxonomy_version,
        "model": f"{context.model}:{context.model_sha256[:16]}",
        "adapter": context.adapter or "",
        "fit": f"{context.fit.weight}:{context.fit.low}:{context.fit.high}" if context.fit else "",
    }


def engine_key(context: EngineContext, taxonomy_version: str, parser_version: str) -> str:
    """SHA-256 over the versions: analyses of the same pair with the same key were judged alike."""
    return _sha256(_canonical({**versions(context, taxonomy_version), "parser": parser_version}))


def calibration_hash() -> str:
    """Hash of the numbers in :mod:`analyses.engine.calibration`."""
    numbers = {name: value for name, value in vars(calibration).items() if name.isupper()}
    return _sha256(_canonical(numbers))[:16]


def _asked(requirement: Requirement) -> dict[str, Any]:
    return {name: getattr(requirement, name) for name in requirement.__slots__}


def _canonical(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=list)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
