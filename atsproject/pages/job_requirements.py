"""Editing what a job asks for, and having its candidates scored for the new version."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST
from rest_framework.exceptions import APIException

import skills
from analyses.moves import analyse_for_new_version
from atsproject.pages.acting import act, sentences
from jobs.models import Job, Requirement
from jobs.services import update_requirements

FIELDS = (
    *("id", "text", "kind", "weight", "years", "level", "skills", "skills_mode", "note"),
    *("words_before", "skills_before", "unscored_before"),
)
BLANK = {"kind": Requirement.Kind.SKILL, "weight": "1", "scorable": True, "skills_mode": "all"}
MOST_KEY = 20


def job_requirements(request: HttpRequest, job_id: str) -> HttpResponse:
    """Edit what the job asks for: one row a requirement; a refusal gives back everything that was typed."""
    job = get_object_or_404(Job, pk=job_id)
    if request.method != "POST":
        return _form(request, job, [_row(requirement) for requirement in job.requirements.all()])
    if not request.user.has_perm("jobs.change_job"):
        raise PermissionDenied("Your role does not include changing requirements.")
    typed = _typed(request)
    try:
        saved = update_requirements(job=job, rows=[_as_sent(row) for row in typed], by=request.user)
    except APIException as error:
        return _form(request, job, typed, error=sentences(error))
    if saved.version == job.version:
        messages.success(request, f"No changes: the job stays at version {job.version}.", extra_tags="good")
    else:
        told = f"Saved as version {saved.version}. Earlier analyses keep their own version."
        messages.success(request, told, extra_tags="good")
    return redirect("job", job.pk)


def _form(request: HttpRequest, job: Job, rows: list[dict[str, Any]], error: str = "") -> HttpResponse:
    context = {
        "job": job,
        "rows": rows,
        "kinds": Requirement.Kind.choices,
        "modes": Requirement.SkillsMode.choices,
        "blank": {**BLANK, "key": "KEY"},
        "spare": [{**BLANK, "key": f"spare{place}"} for place in range(3)],
        "error": error,
    }
    return render(request, "pages/job_requirements.html", context, status=400 if error else 200)


def _row(requirement: Requirement) -> dict[str, Any]:
    """A stored requirement as the form shows it."""
    names = "; ".join(skills.taxonomy().name(skill_id) for skill_id in requirement.skills)
    return {
        "key": f"r{requirement.pk}",
        "id": requirement.pk,
        "text": requirement.text,
        "kind": requirement.kind,
        "must_have": requirement.must_have,
        "weight": f"{requirement.weight:g}",
        "years": "" if requirement.years is None else f"{requirement.years:g}",
        "level": requirement.level,
        "skills": names,
        "skills_mode": requirement.skills_mode,
        "scorable": requirement.scorable,
        "note": requirement.note,
        "words_before": requirement.text,
        "skills_before": names,
        "unscored_before": "" if requirement.scorable else "yes",
    }


def _typed(request: HttpRequest) -> list[dict[str, Any]]:
    """Rows of the form in their order, as typed; those ticked for removal and those left empty are dropped."""
    post, rows = request.POST, []
    for key in post.getlist("row"):
        row: dict[str, Any] = {name: post.get(f"{name}-{key}", "") for name in FIELDS}
        if f"remove-{key}" in post or not row["text"].strip():
            continue
        row |= {"key": key[:MOST_KEY], "must_have": f"must_have-{key}" in post}
        rows.append(row | {"scorable": f"unscored-{key}" not in post})
    return rows


def _as_sent(row: dict[str, Any]) -> dict[str, Any]:
    """A typed row as the service takes it. Skills left alone under new words are read from those words."""
    sent = {name: row[name] for name in ("text", "kind", "level", "must_have", "scorable")}
    sent |= {"id": row["id"] or None, "years": row["years"] or None, "weight": row["weight"] or 1}
    sent |= {"skills_mode": row["skills_mode"] or "all"}
    same_words = row["text"] == row["words_before"]
    if same_words or row["skills"] != row["skills_before"]:
        sent["skills"] = _names(row["skills"])
    if not row["words_before"] and not row["skills"].strip():
        sent.pop("skills", None)
    if same_words and row["scorable"] == (row["unscored_before"] == ""):
        sent["note"] = row["note"]
    return sent


def _names(text: str) -> list[str]:
    """Names of skills as a person lists them: by semicolons, or by commas where a name has none of its own."""
    known, names = skills.taxonomy(), []
    for part in text.split(";"):
        names += [part] if known.lookup(part) else part.split(",")
    return [name.strip() for name in names if name.strip()]


@require_POST
def job_analyse_again(request: HttpRequest, job_id: str) -> HttpResponse:
    """Have every candidate of an earlier version scored for the present one; the job's page shows how far it is."""
    job = get_object_or_404(Job, pk=job_id)

    def begin() -> str:
        count = analyse_for_new_version(job=job, by=request.user)
        who = "1 candidate is" if count == 1 else f"{count} candidates are"
        return f"{who} scored for version {job.version}. You can leave this page; it goes on."

    return act(request, "analyses.add_analysis", begin, f"{reverse('job', args=[job.pk])}#files")
