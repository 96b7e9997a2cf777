"""Blind mode on the pages: who the candidate is stays hidden until a decision is recorded.

Each user may work blind; a job may demand it of everybody. Whom that hides is one rule, of ``analyses.blindness``.
What a page is about to show is covered in memory, so that no template has to know: rows covered here are only read.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpRequest

from analyses.blindness.cover import HIDDEN_ANSWER, Cover
from analyses.blindness.mask import MARK, Mask
from analyses.blindness.rule import code_name
from analyses.models import Analysis, Decision, IntakeItem, Question
from atsproject.preferences import preference_of
from feedback.models import Feedback
from resumes.models import Resume

__all__ = [
    "FIELDS",
    "analysis_is_masked",
    "code_name",
    "conceal",
    "cover",
    "look_up",
    "resume_is_masked",
    "shown_file",
    "shown_name",
    "shown_names",
    "subject",
    "works_blind",
]

# What of a row of each model may say who the candidate is.
FIELDS: dict[type, tuple[str, ...]] = {
    Analysis: ("candidate_name", "hiring_recommendation", "error", "result"),
    Resume: ("candidate_name", "original_filename", "other_filenames", "hidden", "profile", "text", "error"),
    Question: ("question", "response", "citations"),
    Decision: ("reason",),
    IntakeItem: ("filename", "error"),
    Feedback: (
        *("query", "context", "response", "ideal_response"),
        *("correct_points", "incorrect_points", "missing_points"),
    ),
}


def works_blind(request: HttpRequest) -> bool:
    """Whether the user chose to work blind."""
    return preference_of(request).blind


def cover(request: HttpRequest) -> Cover:
    """The masks of this request, looked up once."""
    kept: Cover | None = getattr(request, "_cover", None)
    if kept is None:
        kept = Cover(everything=works_blind(request), demanded=getattr(request.user, "some_job_is_blind", True))
        request._cover = kept  # type: ignore[attr-defined]
    return kept


def analysis_is_masked(request: HttpRequest, analysis: Any) -> bool:
    """Whether the candidate of an analysis is hidden on this page."""
    return cover(request).hidden.hides(analysis)


def resume_is_masked(request: HttpRequest, resume: Resume) -> bool:
    """The same for a resume."""
    return resume.pk in cover(request).hidden


def look_up(request: HttpRequest, rows: Iterable[Any]) -> None:
    """Find out in one query whom of a list blind mode hides, before its rows are asked about one by one."""
    cover(request).hidden.look_up(subject(row)[0] for row in rows)


def shown_name(request: HttpRequest, row: Any) -> str:
    """The name to show for an analysis: of who has none, the file (where the row was read ``with_file_name``)."""
    if analysis_is_masked(request, row):
        return code_name(row.resume_id or row.pk)
    return row.candidate_name or getattr(row, "file_name", "") or code_name(row.resume_id)


def shown_names(request: HttpRequest, people: Mapping[str, str], *, blind: bool) -> dict[str, str]:
    """What to call the people of ``people`` (name by resume id): the file of who has no name, the code name of who is
    hidden; with ``blind`` everybody is."""
    hidden = cover(request).hidden
    hidden.look_up(people)
    nameless = [key for key, name in people.items() if not name]
    files = dict(Resume.objects.filter(pk__in=nameless).values_list("pk", "original_filename")) if nameless else {}
    return {
        key: code_name(key) if blind or key in hidden else name or files.get(key) or code_name(key)
        for key, name in people.items()
    }


def shown_file(request: HttpRequest, resume: Resume | None, name: str = "") -> str:
    """What a file is called on a page: a hidden candidate's by the code name."""
    if resume is None:
        return name
    return code_name(resume.pk) if resume_is_masked(request, resume) else name or resume.original_filename or resume.pk


def conceal(request: HttpRequest, rows: Iterable[Any]) -> list[Any]:
    """Analyses, resumes, questions, decisions or feedback with what is personal of hidden candidates blackened.

    Changes the rows in memory; they must not be saved. Fields that were not loaded stay so.
    """
    listed, covers = list(rows), cover(request)
    if covers.hidden.nobody:
        return listed
    look_up(request, listed)
    covers.prepare(key for row in listed if (key := subject(row)[0]) and key in covers.hidden)
    for row in listed:
        resume_id, analysis_id = subject(row)
        mask = covers.of(resume_id=resume_id, analysis_id=analysis_id, name=getattr(row, "candidate_name", ""))
        if mask is not None:
            _blacken(row, mask)
    return listed


def subject(row: Any) -> tuple[str | None, str | None]:
    """The resume and the analysis a row is about, by their ids."""
    if isinstance(row, Resume):
        return row.pk, None
    if isinstance(row, Analysis):
        return row.resume_id, row.pk
    if isinstance(row, Feedback | IntakeItem):
        return row.resume_id, row.analysis_id
    return row.analysis.resume_id, row.analysis_id


def _blacken(row: Any, mask: Mask) -> None:
    deferred = row.get_deferred_fields()
    for name in FIELDS[type(row)]:
        if name in deferred:
            continue
        value = getattr(row, name)
        if name == "profile":
            value = mask.profile() if value else value
        elif name == "text":
            value = mask.text
        else:
            value = mask.value(value, name) if value else value
        setattr(row, name, value)
    if isinstance(row, Question) and row.response and not row.response.strip(f" .,;:{MARK}"):
        row.response = HIDDEN_ANSWER
