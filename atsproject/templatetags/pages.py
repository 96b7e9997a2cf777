"""Tags and filters of the pages' templates."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from auditlog.models import LogEntry
from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timesince import timesince, timeuntil

from atsproject.pages.blind import shown_name

register = template.Library()

# Addresses that belong to an entry of the navigation besides its own.
SECTION_OF = {
    "job": "jobs",
    "job-new": "jobs",
    "edit-requirements": "jobs",
    "compare-candidates": "jobs",
    "library-matches": "jobs",
    "job-moves": "jobs",
    "job-delete": "jobs",
    "analysis": "jobs",
    "resume": "resumes",
    "feedback-row": "feedback",
    "storage": "home",
    "analyses": "home",
}
DEEDS = {
    LogEntry.Action.CREATE: "Added",
    LogEntry.Action.UPDATE: "Changed",
    LogEntry.Action.DELETE: "Deleted",
    LogEntry.Action.ACCESS: "Looked at",
}
INDEX_WORDS = {"faiss": "FAISS", "chroma": "Chroma"}
STATUS_WORDS = {
    "met": "Met",
    "partial": "Partly",
    "not_met": "Not found",
    "no_data": "Not stated",
    "not_scored": "Not scored",
    "shortlisted": "Shortlisted",
    "rejected": "Rejected",
    "on_hold": "On hold",
    "good": "Read well",
    "fair": "Read fairly",
    "poor": "Read poorly",
    "unreadable": "Could not be read",
    "truncated": "Too long: the first 60 pages were read, and of a page its first 60,000 characters",
}
# How the engine begins its reasons; a page shows the score already.
SCORE_AGAIN = re.compile(r"^score [\d.]+ of 100[;.] ?")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@register.simple_tag
def icon(name: str) -> SafeString:
    """A picture of the sprite beside a word that says the same; nothing to those who listen."""
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="{}#{}"/></svg>', static("pages/icons.svg"), name
    )


@register.simple_tag(takes_context=True)
def nav_link(context: Mapping[str, Any], name: str, label: str) -> SafeString:
    """A link of the navigation, marked when the page belongs to it."""
    match = context["request"].resolver_match
    here = match.view_name if match else ""
    current = format_html(' aria-current="{}"', "page") if SECTION_OF.get(here, here) == name else ""
    return format_html('<a href="{}"{}>{}{}</a>', reverse(name), current, icon(name), label)


@register.filter
def time_left(seconds: float | None) -> str:
    """Seconds in the largest unit that says something: ``about 3 minutes left``; empty where nothing is known."""
    if seconds is None:
        return ""
    size, unit = next(
        ((size, unit) for size, unit in ((3600, "hour"), (60, "minute")) if seconds >= size), (1, "second")
    )
    number = round(seconds / size)
    return f"about {number} {unit}{'' if number == 1 else 's'} left"


@register.simple_tag(takes_context=True)
def when(context: Mapping[str, Any], moment: datetime | str | None) -> SafeString:
    """A time: how long ago in words, the exact time on hover.

    The exact time is in the zone the user chose; without one the browser says it in its own, where scripts run.
    """
    if not moment:
        return format_html("{}", "–")
    if isinstance(moment, str):
        moment = datetime.fromisoformat(moment)
    if timezone.is_naive(moment):
        moment = moment.replace(tzinfo=UTC)
    chosen = getattr(getattr(context.get("request"), "preference", None), "time_zone", "")
    return format_html(
        '<time datetime="{}" title="{}" data-show="ago"{}>{}</time>',
        moment.astimezone(UTC).isoformat(),
        exact_time(moment),
        format_html(' data-zone="{}"', chosen) if chosen else "",
        ago(moment),
    )


@register.filter
def exact_time(moment: datetime | None) -> str:
    """A time to the minute in the user's zone, named."""
    if not moment:
        return "–"
    local = timezone.localtime(moment)
    return f"{local:%A}, {local.day} {local:%B %Y, %H:%M} {local:%Z}"


def ago(moment: datetime) -> str:
    """How long ago a time is, in its largest unit; what is to come, too."""
    now = timezone.now()
    if abs(now - moment) < timedelta(minutes=1):
        return "just now"
    return f"in {timeuntil(moment, now, depth=1)}" if moment > now else f"{timesince(moment, now, depth=1)} ago"


@register.filter
def words(value: str | None) -> str:
    """A stored word as a recruiter would say it."""
    return STATUS_WORDS.get(str(value or ""), str(value or "").replace("_", " ").capitalize())


@register.filter
def index_words(name: str) -> str:
    """The name of what keeps a copy of the search index, as its makers write it."""
    return INDEX_WORDS.get(name, name)


@register.filter
def points(value: float | None) -> str:
    """A score or contribution with one decimal; a dash for none."""
    return "–" if value is None else f"{float(value):.1f}"


@register.filter
def advice(recommendation: str | None) -> dict[str, str]:
    """A stored recommendation as a page shows it beside its score: the word, and why without the score again."""
    word, _, why = (recommendation or "").partition(" - ")
    why = SCORE_AGAIN.sub("", why)
    return {"key": word.lower(), "word": word.capitalize(), "why": why[:1].upper() + why[1:]}


@register.filter
def month(value: str | None) -> str:
    """A date of a resume (``2020-03``, ``2020``) as people write it: ``Mar 2020``, ``2020``."""
    year, _, rest = str(value or "").partition("-")
    number = rest[:2]
    return f"{MONTHS[int(number) - 1]} {year}" if number.isdigit() and 1 <= int(number) <= 12 else year


@register.filter
def percent(value: float | None) -> str:
    """A share of one as a percentage."""
    return "–" if value is None else f"{100 * float(value):.0f} %"


@register.filter
def years(months: float | str | None) -> str:
    """Months as years and months in words; a dash for what results of older schemas lack, which comes as ''."""
    if months is None or isinstance(months, str):
        return "–"
    whole, rest = divmod(round(months), 12)
    parts = [f"{whole} y" if whole else "", f"{rest} m" if rest or not whole else ""]
    return " ".join(part for part in parts if part)


@register.filter
def megabytes(size: int | None) -> str:
    """Bytes for people."""
    number = float(size or 0)
    for unit in ("B", "KB", "MB", "GB"):
        if number < 1024 or unit == "GB":
            return f"{number:.0f} {unit}" if unit == "B" else f"{number:.1f} {unit}"
        number /= 1024
    raise AssertionError("unreachable")


@register.filter
def deed(row: Any) -> str:
    """What a row of the trail says was done: its event by name, else the kind of change and the fields it touched."""
    if event := (row.additional_data or {}).get("event"):
        return words(str(event))
    kind = DEEDS[row.action]
    return f"{kind} {fields(row.changes)}".strip() if row.action == LogEntry.Action.UPDATE else kind


@register.filter
def fields(changes: Mapping[str, Any] | None) -> str:
    """The names of the fields that a row of the trail says were changed."""
    return ", ".join(str(name).replace("_", " ") for name in changes or {})


@register.filter
def get(mapping: Mapping[str, Any] | None, key: Any) -> Any:
    """``mapping[key]`` or None."""
    return (mapping or {}).get(key)


@register.inclusion_tag("pages/parts/bar.html")
def score_bar(parts: list[dict[str, Any]], score: float | None) -> dict[str, Any]:
    """A score as a stacked bar: each part's points of a hundred, one beside the other."""
    at, segments = 0.0, []
    for part in parts:
        width = max(0.0, float(part["points"]))
        segments.append({**part, "x": round(at, 2), "width": round(width, 2)})
        at += width
    return {"segments": segments, "score": score}


@register.inclusion_tag("pages/parts/pager.html", takes_context=True)
def pager(context: Mapping[str, Any], page: Any) -> dict[str, Any]:
    """Links to the pages before and after, keeping the filters of the address."""
    query = context["request"].GET.copy()
    query.pop("page", None)
    return {"page": page, "query": query.urlencode()}


@register.simple_tag(takes_context=True)
def candidate_name(context: Mapping[str, Any], row: Any) -> str:
    """The candidate's name, or what stands for it where the page is blind."""
    return shown_name(context["request"], row)


@register.filter
def hundred(share: float | None) -> float | None:
    """A share of one as points of a hundred."""
    return None if share is None else 100 * float(share)


@register.filter
def verdict_words(row: Any) -> str:
    """What a person said of a claim, in a word or two."""
    if row.correct_points:
        return "Right"
    if row.incorrect_points:
        return "Wrong"
    if row.missing_points:
        return "Something is missing"
    return f"{row.rating} of 5"
