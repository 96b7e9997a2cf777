"""Puts a mask over whatever an answer or a page is about to say of hidden candidates."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Q

from analyses.blindness.mask import MARK, Mask
from analyses.blindness.rule import Hidden, code_name
from jobs.models import Job
from resumes.models import Resume

HIDDEN_ANSWER = "This is hidden until a decision on the candidate is recorded."


class Cover:
    """The masks of one answer or page. ``everything``: the reader chose to work blind; ``demanded`` as in Hidden."""

    def __init__(self, *, everything: bool = False, demanded: bool = True) -> None:
        self.hidden = Hidden(everything=everything, demanded=demanded)
        self._masks: dict[str, Mask] = {}

    def mask(self, resume_id: str) -> Mask:
        """The mask of a resume, hidden or not. One that is gone hides what patterns find."""
        if resume_id not in self._masks:
            self.prepare([resume_id])
        return self._masks[resume_id]

    def prepare(self, resume_ids: Iterable[str | None]) -> None:
        """Read what the masks of several resumes need in one query."""
        wanted = {str(key) for key in resume_ids if key} - self._masks.keys()
        found = Resume.objects.filter(pk__in=wanted).values_list("pk", "candidate_name", "profile", "text")
        self._masks |= {key: _mask(key, name, profile, text) for key, name, profile, text in (found if wanted else ())}
        self._masks |= {key: _mask(key, "", {}, "") for key in wanted - self._masks.keys()}

    def of(self, *, resume_id: str | None, analysis_id: str | None = None, name: str = "") -> Mask | None:
        """The mask where the candidate is hidden, else None. ``name`` is all there is to go by without a resume."""
        if self.hidden.nobody or not self.hidden.hides_ids(resume_id, analysis_id):
            return None
        return self.mask(resume_id) if resume_id is not None else _mask(analysis_id, name, {}, "")

    def hiding(self, column: str = "pk") -> Q:
        """A filter of rows whose ``column`` is the resume of a hidden candidate."""
        return self.hidden.of(column)

    def rows(self, rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Rows with ``resume_id`` (and ``analysis_id``, ``candidate_name``), those of hidden candidates masked."""
        listed = [dict(row) for row in rows]
        if self.hidden.nobody:
            return listed
        self.hidden.look_up(row.get("resume_id") for row in listed)
        self.prepare(row["resume_id"] for row in listed if row.get("resume_id") in self.hidden)
        return [self.row(row) for row in listed]

    def row(self, row: dict[str, Any]) -> dict[str, Any]:
        """One such row; every field stays."""
        mask = self.of(
            resume_id=row.get("resume_id"),
            analysis_id=row.get("analysis_id"),
            name=str(row.get("candidate_name") or ""),
        )
        if mask is None:
            return row
        covered: dict[str, Any] = mask.value(row)
        return covered

    def answer(self, row: dict[str, Any], resume_id: str | None) -> dict[str, Any]:
        """An answer to a question; one of which nothing is left says so."""
        covered = self.row({**row, "resume_id": resume_id})
        covered.pop("resume_id")
        left = covered["response"].strip(f" .,;:{MARK}")
        return covered if left or not row["response"] else {**covered, "response": HIDDEN_ANSWER}

    def matches(self, rows: list[dict[str, Any]], *, job: Job) -> list[dict[str, Any]]:
        """What the library holds for a job: one in blind mode hides those never analysed for it, too."""
        if job.blind_mode:
            decided = set(
                Resume.objects.filter(analyses__job=job, analyses__decisions__isnull=False).values_list("pk", flat=True)
            )
            rows = [
                row if row["resume_id"] in decided else {**row, "candidate_name": code_name(row["resume_id"])}
                for row in rows
            ]
        return self.rows(rows)

    def comparison(self, table: dict[str, Any]) -> dict[str, Any]:
        """What ``compare`` answers: the candidates and the cells of each requirement."""
        names = {row["analysis_id"]: row for row in table["candidates"]}
        self.hidden.look_up(row["resume_id"] for row in names.values())
        self.prepare(row["resume_id"] for row in names.values() if row["resume_id"] in self.hidden)
        lines = [
            {**line, "cells": {key: self._cell(cell, names[key]) for key, cell in line["cells"].items()}}
            for line in table["requirements"]
        ]
        return {**table, "candidates": [self.row(row) for row in table["candidates"]], "requirements": lines}

    def _cell(self, cell: dict[str, Any], candidate: dict[str, Any]) -> dict[str, Any]:
        keys = {key: candidate[key] for key in ("resume_id", "analysis_id", "candidate_name")}
        covered = self.row({**cell, **keys})
        return {key: covered[key] for key in cell}


def _mask(key: str | None, name: str, profile: Mapping[str, Any], text: str) -> Mask:
    return Mask(called=code_name(key), candidate_name=name, profile=profile or {}, text=text or "")
