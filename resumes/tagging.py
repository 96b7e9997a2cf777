"""Use cases of tags: put them on resumes, take them off."""

from collections.abc import Iterable, Sequence
from typing import Any

from auditlog.models import LogEntry
from django.db import transaction
from rest_framework.exceptions import ValidationError

from resumes.models import Resume, Tag

LONGEST = 40
MOST = 10


def tag_resumes(*, resumes: Sequence[Resume], names: Iterable[str], by: Any) -> list[str]:
    """Put tags on resumes, making those that are new; returns the names as they are kept.

    Upper and lower case are one tag. Raises ValidationError for no name, a long one, or more than ten.
    """
    wanted = _names(names)
    with transaction.atomic():
        tags = [_tag(name) for name in wanted]
        for tag in tags:
            tag.resumes.add(*resumes)
        _log(resumes, "tag", by)
    return [tag.name for tag in tags]


def untag_resumes(*, resumes: Sequence[Resume], names: Iterable[str], by: Any) -> list[str]:
    """Take tags off resumes; a tag that no resume has any longer is removed. Raises ValidationError as above."""
    wanted = _names(names)
    with transaction.atomic():
        tags = [tag for name in wanted for tag in Tag.objects.filter(name__iexact=name)]
        for tag in tags:
            tag.resumes.remove(*resumes)
        remove_unused_tags()
        _log(resumes, "untag", by)
    return [tag.name for tag in tags]


def delete_tag(*, tag: Tag, by: Any) -> int:
    """Remove a tag from every resume that has it; how many had it."""
    with transaction.atomic():
        resumes = list(Resume.objects.filter(tags=tag).only("pk"))
        tag.delete()
        _log(resumes, "untag", by)
    return len(resumes)


def remove_unused_tags() -> None:
    """Remove tags without resumes: a word about somebody must not stay when the resume is gone."""
    Tag.objects.filter(resumes__isnull=True).delete()


def _names(names: Iterable[str]) -> list[str]:
    plain = list(dict.fromkeys(" ".join(str(name).split()) for name in names if str(name).strip()))
    if not plain:
        raise ValidationError({"tags": ["Write at least one tag."]})
    if len(plain) > MOST or any(len(name) > LONGEST for name in plain):
        raise ValidationError({"tags": [f"Write at most {MOST} tags of at most {LONGEST} characters each."]})
    return plain


def _tag(name: str) -> Tag:
    return Tag.objects.filter(name__iexact=name).first() or Tag.objects.get_or_create(name=name)[0]


def _log(resumes: Sequence[Resume], event: str, by: Any) -> None:
    """One line for each resume; the words of a tag stay out of the trail."""
    for resume in resumes:
        LogEntry.objects.log_create(
            resume, force_log=True, action=LogEntry.Action.UPDATE, actor=by, additional_data={"event": event}
        )
