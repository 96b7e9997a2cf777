"""Feedback that names a candidate without being about them: comparisons, and words about nobody stored."""

import re
from collections.abc import Iterable, Iterator

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast

from feedback.erasure.trail import ERASED
from feedback.models import Feedback
from feedback.snapshots.anonymise import Redactor
from resumes.models import Resume

LISTS = ("context", "correct_points", "incorrect_points", "missing_points")
WORDS = ("query", "response", "ideal_response", *LISTS)


def find_mentions(resumes: Iterable[Resume], known: set[str]) -> list[str]:
    """Ids of the feedback, but for the ``known``, that gives one of these people's full name or e-mail address.

    Feedback about somebody else of the same name is theirs: it is not taken.
    """
    found: set[str] = set()
    for resume in resumes:
        redactor = redactor_of(resume)
        for row in _likely(resume).select_related("resume").iterator(chunk_size=500):
            if row.pk in known or (row.resume and redactor.names_person(row.resume.candidate_name)):
                continue
            if any(redactor.names_person(text) for text in _texts(row)):
                found.add(row.pk)
    return sorted(found)


def redact_mentions(resumes: Iterable[Resume], feedback_ids: Iterable[str]) -> int:
    """Take the people's data out of these rows, and make ids anew that hold a name; returns how many rows."""
    redactors = [redactor_of(resume) for resume in resumes]
    rows = Feedback.objects.filter(pk__in=list(feedback_ids))
    for row in rows:
        for redactor in redactors:
            for name in WORDS:
                setattr(row, name, redactor.value(getattr(row, name)))
            row.interaction_id = redactor.identifier(row.interaction_id) or row.interaction_id
        row.save(update_fields=[*WORDS, "interaction_id"])
    return len(rows)


def redactor_of(resume: Resume) -> Redactor:
    """Takes the candidate's own data out of texts about somebody else, whose data stay."""
    return Redactor(
        tag=ERASED,
        candidate_name=resume.candidate_name,
        profile=resume.profile,
        text=resume.text,
        others=False,
    )


def _likely(resume: Resume) -> QuerySet[Feedback]:
    """Rows that hold a piece of the surname or of the address: what the database can tell of any spelling."""
    basics = (resume.profile or {}).get("basics") or {}
    names = [name for name in {resume.candidate_name, basics.get("name")} if isinstance(name, str) and name.split()]
    address = basics.get("email")
    pieces = [_piece(name.split()[-1]) for name in names]
    pieces += [_piece(address.partition("@")[0])] if isinstance(address, str) else []
    wanted = Q(pk__in=[])
    for piece in pieces:
        for name in (*WORDS[:3], *(f"{column}_text" for column in LISTS)):
            wanted |= Q(**{f"{name}__icontains": piece})
    texts = {f"{column}_text": Cast(column, TextField()) for column in LISTS}
    return Feedback.objects.annotate(**texts).filter(wanted)


def _piece(word: str) -> str:
    """The longest run of plain letters: databases know neither accents nor the case of what is not ASCII."""
    runs = re.findall(r"[A-Za-z]{2,}", word)
    return max(runs, key=len, default=word)


def _texts(row: Feedback) -> Iterator[str]:
    for name in WORDS:
        value = getattr(row, name)
        for one in value if isinstance(value, list) else [value]:
            yield one if isinstance(one, str) else str(one)
