"""Gives rows that stay new ids where their ids hold the name of somebody who was erased."""

from collections.abc import Iterable, Mapping

from auditlog.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, TextField
from django.db.models.functions import Cast

from analyses.models import Question
from feedback.erasure.trail import ERASED
from feedback.indexing import NAME
from feedback.models import Feedback
from feedback.snapshots.anonymise import Redactor, rekeyed
from jobs.models import Job
from resumes.models import Resume
from vectors.outbox import record_change


def redactor_of(resume: Resume) -> Redactor:
    """Takes the candidate's own data out of texts about somebody else, whose data stay."""
    return Redactor(
        tag=ERASED,
        candidate_name=resume.candidate_name,
        profile=resume.profile,
        text=resume.text,
        others=False,
    )


def telling_ids(resumes: Iterable[Resume], ids: Iterable[str]) -> dict[str, str]:
    """Those of the ids that hold a name or an address of these people, with what takes their place."""
    redactors = [redactor_of(resume) for resume in resumes]
    return {key: rekeyed(key, ERASED) for key in ids if any(one.identifier(key) != key for one in redactors)}


def jobs_that_name(resumes: Iterable[Resume]) -> list[str]:
    """Ids of jobs that hold one of these people's full name. They are public and other people's, too: they stay."""
    redactors = [redactor_of(resume) for resume in resumes]
    chosen = Job.objects.exclude(pk__regex=r"^[0-9a-f-]+$").order_by("pk").values_list("pk", flat=True)
    return [key for key in chosen.iterator() if any(one.identifier_names_person(key) for one in redactors)]


def rekey_feedback(new_ids: Mapping[str, str]) -> None:
    """Give rows of feedback new ids, and everything that names them: revisions, repetitions, answers, trail, indexes.

    Ids of rows that are gone are replaced where an answer still names them. Call it in a transaction.
    """
    content_type = ContentType.objects.get_for_model(Feedback)
    for old, new in new_ids.items():
        if Feedback.objects.filter(pk=old).update(feedback_id=new):
            Feedback.objects.filter(supersedes=old).update(supersedes=new)
            Feedback.objects.filter(duplicate_of=old).update(duplicate_of=new)
            for key in (old, new):
                record_change(NAME, key)
            told = LogEntry.objects.filter(content_type=content_type, object_pk=old)
            told.update(object_pk=new, object_repr=f"Feedback {new}", changes={}, changes_text="", serialized_data=None)
    _rename_examples(new_ids)


def _rename_examples(new_ids: Mapping[str, str]) -> None:
    """Answers remember which feedback the language model was given."""
    wanted = Q(pk__in=[])
    for key in new_ids:
        wanted |= Q(told__contains=key)
    for question in Question.objects.annotate(told=Cast("examples", TextField())).filter(wanted):
        question.examples = [new_ids.get(key, key) for key in question.examples]
        question.save(update_fields=["examples"])
