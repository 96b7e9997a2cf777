"""The analyses of a job in order, side by side, and how the order moves when they are made again."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db.models import F

from analyses.actor import Actor
from analyses.errors import BadComparison
from analyses.models import Analysis
from analyses.querysets import AnalysisQuerySet
from analyses.services import request_analysis
from jobs.models import Job

MOST_COMPARED = 5
Progress = Callable[[Sequence[Analysis]], Sequence[Analysis]]


@dataclass(frozen=True, slots=True)
class RankingFilter:
    """What of a ranking to show; None and False leave a filter out. Dates include the day."""

    min_score: float | None = None
    must_haves_met: bool = False
    decision: str | None = None  # shortlisted, rejected, on_hold, or "none" for those not decided
    since: date | None = None
    until: date | None = None
    newest_files: bool = False  # of a person with several files the newest only


def ranking(*, job: Job, chosen: RankingFilter | None = None) -> AnalysisQuerySet:
    """The newest finished analysis of each resume for the job, best first, with ``decision`` annotated."""
    chosen = chosen or RankingFilter()
    # Any: the type checker knows no annotation made in a queryset method.
    rows: Any = Analysis.objects.ranked(job.pk).with_decision()
    if chosen.newest_files:
        rows = rows.newest_files()
    if chosen.min_score is not None:
        rows = rows.filter(overall_score__gte=chosen.min_score)
    if chosen.must_haves_met:
        rows = rows.filter(must_haves_met=F("must_haves_total"))
    if chosen.decision == "none":
        rows = rows.filter(decision__isnull=True)
    elif chosen.decision:
        rows = rows.filter(decision=chosen.decision)
    if chosen.since is not None:
        rows = rows.filter(created_at__date__gte=chosen.since)
    if chosen.until is not None:
        rows = rows.filter(created_at__date__lte=chosen.until)
    found: AnalysisQuerySet = rows
    return found


def compare(*, job: Job, analysis_ids: Sequence[str]) -> dict[str, Any]:
    """Up to five analyses of a job side by side: one row a requirement, one cell an analysis.

    Raises BadComparison (400) for none, more than five, or one that is not a finished analysis of the job.
    """
    wanted = list(dict.fromkeys(analysis_ids))
    if not 1 <= len(wanted) <= MOST_COMPARED:
        raise BadComparison
    found = Analysis.objects.filter(job=job, status=Analysis.Status.DONE).with_decision().in_bulk(wanted)
    if len(found) != len(wanted):
        raise BadComparison("Each analysis_id must name a finished analysis of this job.")
    rows = [found[key] for key in wanted]
    return {"job_id": job.pk, "candidates": [_candidate(row) for row in rows], "requirements": _cells(rows)}


def _candidate(row: Analysis) -> dict[str, Any]:
    result = row.result or {}
    return {
        "analysis_id": row.pk,
        "resume_id": row.resume_id,
        "candidate_name": row.candidate_name,
        "overall_score": row.overall_score,
        "hiring_recommendation": row.hiring_recommendation,
        "must_haves_met": row.must_haves_met,
        "must_haves_total": row.must_haves_total,
        "decision": getattr(row, "decision", None),
        "job_version": row.job_version,
        "matched_skills": result.get("matched_skills", []),
        "missing_critical_skills": result.get("missing_critical_skills", []),
        "total_months": (result.get("experience") or {}).get("total_months"),
        "relevant_months": (result.get("experience") or {}).get("relevant_months"),
        "warnings": len(result.get("warnings") or []),
    }


def _cells(rows: Sequence[Analysis]) -> list[dict[str, Any]]:
    table: dict[str, dict[str, Any]] = {}
    for row in rows:
        for found in (row.result or {}).get("requirements") or []:
            line = table.setdefault(
                found["text"],
                {
                    "id": found["id"],
                    "text": found["text"],
                    "kind": found["kind"],
                    "must_have": found["must_have"],
                    "cells": {},
                },
            )
            line["cells"][row.pk] = {
                "status": found["status"],
                "score": found["score"],
                "contribution": found["contribution"],
                "quote": found["evidence"][0]["quote"] if found["evidence"] else None,
            }
    return list(table.values())


@dataclass(frozen=True, slots=True)
class Move:
    """How one resume moved in a job's ranking."""

    resume_id: str
    analysis_id: str
    rank_before: int
    rank_after: int | None
    score_before: float
    score_after: float | None

    def as_json(self) -> dict[str, Any]:
        """For a table or JSON."""
        return asdict(self)


def reanalyze(*, job: Job, by: Actor, progress: Progress | None = None) -> list[Move]:
    """Judge every ranked resume of a job again (each a new row) and report how ranks moved, in the new order.

    Files are not read again, and texts whose vectors are stored are not embedded again.
    """
    before = list(ranking(job=job).light().select_related("resume"))
    old = {row.resume_id: (rank, row.overall_score or 0.0) for rank, row in enumerate(before, start=1)}
    for row in progress(before) if progress is not None else before:
        if row.resume is not None:
            request_analysis(job=job, resume=row.resume, by=by, rerun=True)
    after = {row.resume_id: (rank, row) for rank, row in enumerate(ranking(job=job).light(), start=1)}
    moves = []
    for key, (rank, score) in old.items():
        new_rank, new = after.get(key, (None, None))
        moves.append(Move(str(key), new.pk if new else "", rank, new_rank, score, new.overall_score if new else None))
    return sorted(moves, key=lambda move: (move.rank_after is None, move.rank_after or 0))
