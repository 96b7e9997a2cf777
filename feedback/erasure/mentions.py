"""Feedback that names a candidate without being about them: comparisons, and words about nobody stored."""

import re
from collections.abc import Iterable, Iterator

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast

from feedback.erasure.ids import redactor_of, telling_ids
from feedback.models import Feedback
from resumes.models import Resume

IDS = ("feedback_id", "interaction_id")
LISTS = ("context", "correct_points", "incorrect_points", "missing_points")
WORDS = ("query", "response", "ideal_response", *LISTS)


def find_mentions(resumes: Iterable[Resume], known: set[str]) -> list[str]:
    """Ids of the feedback, but for the ``known``, that gives one of these people's full name or e-mail address, be it
    in its own ids: those of imported rows were made by others.

    Feedback about somebody else of the same name is theirs: it is not taken.
    """
    found: set[str] = set()
    for resume in resumes:
        redactor = redactor_of(resume)
        for row in _likely(resume).select_related("resume").iterator(chunk_size=500):
            if row.pk in known or (row.resume and redactor.names_person(row.resume.candidate_name)):
                continue
            named = any(redactor.identifier_names_person(getattr(row, name)) for name in IDS)
            if named or any(redactor.names_person(text) for text in _texts(row)):
                found.add(row.pk)
    return sorted(found)


def redact_mentions(resumes: Iterable[Resume], feedback_ids: Iterable[str]) -> int:
    """Take the people's data out of these rows; returns how many rows.

    An interaction's id that holds a name is made anew in every revision, for it is what holds them together.
    """
    redactors = [redactor_of(resume) for resume in resumes]
    rows = Feedback.objects.filter(pk__in=list(feedback_ids))
    interactions = {row.interaction_id for row in rows}
    for row in rows:
        for redactor in redactors:
            for name in WORDS:
                setattr(row, name, redactor.value(getattr(row, name)))
        row.save(update_fields=WORDS)
    for old, new in telling_ids(resumes, interactions).items():
        Feedback.objects.filter(interaction_id=old).update(interaction_id=new)
    return len(rows)


def _likely(resume: Resume) -> QuerySet[Feedback]:
    """Rows that hold a piece of the surname or of the address: what the database can tell of any spelling."""
    basics = (resume.profile or {}).get("basics") or {}
    names = [name for name in {resume.candidate_name, basics.get("name")} if isinstance(name, str) and name.split()]
    address = basics.get("email")
    pieces = [_piece(name.split()[-1]) for name in names]
    pieces += [_piece(address.partition("@")[0])] if isinstance(address, str) else []
    wanted = Q(pk__in=[])
    for piece in pieces:
        for name in (*IDS, *WORDS[:3], *(f"{column}_text" for column in LISTS)):
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
