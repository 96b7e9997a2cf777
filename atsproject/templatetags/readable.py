"""Stored objects as people read them: tables and lists in words instead of JSON."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

MOST_ROWS = 100  # of one list or table
OPEN_ROWS = 12  # a part with more, and every part of a part, is folded
SHORT = 40  # characters up to which the items of a list stand in one line
NOTHING = "–"


@register.filter
def readable(value: Any) -> SafeString:
    """A value of a JSON column: an object as a table of its fields, objects of a list as a table with a column each."""
    return _shown(value, depth=0)


def _shown(value: Any, depth: int) -> SafeString:
    if value is None or value in ("", [], {}):
        return format_html("{}", NOTHING)
    if isinstance(value, bool):
        return format_html("{}", "yes" if value else "no")
    if isinstance(value, Mapping):
        return _folded(_fields(value, depth), len(value), "field", depth)
    if isinstance(value, list):
        told = _table(value, depth) if all(isinstance(item, Mapping) for item in value) else _items(value, depth)
        return _folded(told, len(value), "entry", depth) if not _is_short(value) else told
    words = f"{value:.10g}" if isinstance(value, float) else str(value)
    return format_html('<span class="passage">{}</span>' if len(words) > SHORT else "{}", words)


def _fields(value: Mapping[str, Any], depth: int) -> SafeString:
    rows = ((in_words(key), _shown(inner, depth + 1)) for key, inner in value.items())
    return _cut(format_html_join("", '<tr><th scope="row">{}</th><td>{}</td></tr>', _first(rows)), len(value))


def _table(value: list[Mapping[str, Any]], depth: int) -> SafeString:
    columns = list(dict.fromkeys(key for item in value for key in item))
    head = format_html_join("", '<th scope="col">{}</th>', ((in_words(key),) for key in columns))
    rows = (
        (format_html_join("", "<td>{}</td>", ((_shown(item.get(key), depth + 1),) for key in columns)),)
        for item in value
    )
    body = format_html_join("", "<tr>{}</tr>", _first(rows))
    return _cut(format_html("<thead><tr>{}</tr></thead>{}", head, body), len(value))


def _items(value: list[Any], depth: int) -> SafeString:
    if _is_short(value):
        return format_html_join(", ", "{}", ((_shown(item, depth + 1),) for item in value))
    rows = format_html_join("", "<li>{}</li>", _first((_shown(item, depth + 1),) for item in value))
    return format_html('<ul class="readable">{}{}</ul>', rows, _left_out(len(value), "<li>{}</li>"))


def _is_short(value: list[Any]) -> bool:
    return len(value) <= MOST_ROWS and all(
        isinstance(item, int | float) or (isinstance(item, str) and len(item) <= SHORT) for item in value
    )


def _first(rows: Iterable[Any]) -> Iterable[Any]:
    return (row for _, row in zip(range(MOST_ROWS), rows, strict=False))


def _cut(rows: SafeString, number: int) -> SafeString:
    return format_html('<table class="readable">{}{}</table>', rows, _left_out(number, "<tr><td>{}</td></tr>"))


def _left_out(number: int, line: str) -> SafeString:
    return format_html(line, f"… and {number - MOST_ROWS} more") if number > MOST_ROWS else SafeString("")


def _folded(told: SafeString, number: int, noun: str, depth: int) -> SafeString:
    """A part that is long, and every part of a part, behind a line that says how much it is."""
    if depth == 0 or (depth == 1 and number <= OPEN_ROWS):
        return told
    words = f"{number} {noun if number == 1 else {'entry': 'entries'}.get(noun, noun + 's')}"
    return format_html("<details><summary>{}</summary>{}</details>", words, told)


def in_words(key: str) -> str:
    """A key as words: ``studyType`` and ``study_type`` are both "Study type"."""
    spaced = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in str(key).replace("_", " "))
    return spaced.strip().capitalize()
