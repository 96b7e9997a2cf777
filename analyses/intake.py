"""Files sent to a job one by one: announced, received, retried, dismissed. Each keeps a line of its own.

A file is first announced, so that its line is there before its bytes are; what is wrong with one file is written on
its line and never stops the rest.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone
from rest_framework.exceptions import APIException, ValidationError

from analyses.actor import Actor, actor_id
from analyses.errors import FileGone
from analyses.models import Analysis, IntakeItem
from analyses.services import await_reading, request_analysis
from jobs.models import Job
from resumes.errors import TooLarge
from resumes.models import Resume
from resumes.services import add_resume, read_again
from resumes.upload import clean_filename

MOST_FILES = 100  # in one go
KEPT_FOR = timedelta(days=14)
NOT_SENT = "The page was left before this file was sent. Choose it again."
STOPPED = "Taking this file in stopped half-way. Choose it again."
UNSENT = (IntakeItem.State.ANNOUNCED, IntakeItem.State.REFUSED)


def announce(*, job: Job, files: Sequence[tuple[str, int]], by: Actor) -> list[IntakeItem]:
    """A line for each file (name, size in bytes) about to be sent. One that is too large is refused at once.

    Raises ValidationError for none, or for more than MOST_FILES. Lines older than KEPT_FOR are forgotten.
    """
    if not files:
        raise ValidationError({"files": "Choose one or more PDF files first."})
    if len(files) > MOST_FILES:
        raise ValidationError({"files": f"At most {MOST_FILES} files at once; these are {len(files)}. Send the rest."})
    forget_old()
    limit = settings.MAX_UPLOAD_MB
    items = [IntakeItem(job=job, filename=clean_filename(name), created_by_id=actor_id(by)) for name, _ in files]
    for item, (_, size) in zip(items, files, strict=True):
        if size > limit * 1024 * 1024:
            _refuse(item, TooLarge(limit))
    return IntakeItem.objects.bulk_create(items)


def receive(*, item: IntakeItem, file: Any, by: Actor) -> IntakeItem:
    """Take in the file of a line and have it read and analysed by tasks.

    Never raises for what is wrong with the file: that is written on the line. A line that has its file already
    stays as it is.
    """
    claimed = IntakeItem.objects.filter(pk=item.pk, state__in=UNSENT).update(
        state=IntakeItem.State.ARRIVED, error="", error_code="", changed_at=timezone.now()
    )
    if not claimed:
        return item
    item.refresh_from_db()
    try:
        taken = add_resume(file=file, filename=item.filename, by=by, wait=False)
    except APIException as error:
        _refuse(item, error)
    else:
        item.state, item.resume, item.duplicate = IntakeItem.State.KEPT, taken.resume, taken.duplicate
        item.analysis = _analysis(item.job, taken.resume, by)
    item.changed_at = timezone.now()
    item.save()
    return item


def retry(*, item: IntakeItem, by: Actor) -> IntakeItem:
    """Read again what could not be read, score again what could not be scored.

    Raises FileGone (409) for a file that was not kept: it has to be chosen again.
    """
    if item.resume is None:
        raise FileGone
    resume = item.resume
    if resume.status == Resume.Status.UNREADABLE:
        resume = read_again(resume=resume, by=by)
    item.analysis = _analysis(item.job, resume, by)
    item.changed_at = timezone.now()
    item.save(update_fields=["analysis", "changed_at"])
    return item


def give_up(*, item_ids: Iterable[int], job: Job, by: Actor) -> int:
    """Say on lines that are still announced that their files will not come (the page was left); how many."""
    waiting = IntakeItem.objects.filter(job=job, pk__in=list(item_ids), state=IntakeItem.State.ANNOUNCED)
    return waiting.update(
        state=IntakeItem.State.REFUSED, error_code="not_sent", error=NOT_SENT, changed_at=timezone.now()
    )


def dismiss(*, items: Iterable[int], job: Job, by: Actor) -> int:
    """Take lines away; their resumes and analyses stay. How many there were."""
    return IntakeItem.objects.filter(job=job, pk__in=list(items)).delete()[0]


def forget_old() -> int:
    """Delete the lines of more than KEPT_FOR ago; how many there were."""
    return IntakeItem.objects.filter(created_at__lt=timezone.now() - KEPT_FOR).delete()[0]


def note_reading(resume: Resume) -> None:
    """Note that the reading of a resume has begun, for the lines that wait for it."""
    IntakeItem.objects.filter(resume=resume).update(reading_since=timezone.now())


def items_about(resumes: Sequence[Resume]) -> list[int]:
    """Lines about these candidates: those of their resumes, and files that bear their name or one of its files'."""
    keys = {resume.pk for resume in resumes}
    names = {name.casefold() for r in resumes for name in (r.original_filename, *r.other_filenames) if name}
    persons = [words for words in (_words(resume.candidate_name) for resume in resumes) if len(words) > 1]
    found = []
    for pk, resume_id, filename in IntakeItem.objects.order_by("pk").values_list("pk", "resume_id", "filename"):
        text = " ".join(_words(filename))
        told = any(all(word in text for word in words) for words in persons)
        if resume_id in keys or (resume_id is None and (filename.casefold() in names or told)):
            found.append(pk)
    return found


def _words(text: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return set(re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c))))


def _refuse(item: IntakeItem, error: APIException) -> None:
    item.state, item.error_code = IntakeItem.State.REFUSED, str(error.get_codes())
    item.error = str(error.detail)[:500]


def _analysis(job: Job, resume: Resume, by: Actor) -> Analysis | None:
    """The analysis that the file will get, on its way; None where the resume cannot be read."""
    if resume.status == Resume.Status.UNREADABLE:
        return None
    if resume.status == Resume.Status.READY:
        return request_analysis(job=job, resume=resume, by=by, wait=False)
    return await_reading(job=job, resume=resume, by=by)
