"""Stores and restores the columns that the first generation had no field for."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.dateparse import parse_datetime

from feedback.legacy.reading import BrokenRecord


def own_columns(model: type[models.Model], *, without: Iterable[str]) -> tuple[str, ...]:
    """The model's columns but links, what the clock fills in, and those named: new ones come along by themselves."""
    left = set(without)
    return tuple(
        field.name
        for field in model._meta.concrete_fields
        if not (field.is_relation or field.name in left or getattr(field, "auto_now", False))
        and not getattr(field, "auto_now_add", False)
    )


def columns(row: models.Model, names: Iterable[str]) -> dict[str, Any]:
    """The named columns as JSON holds them."""
    values = {name: getattr(row, name) for name in names}
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in values.items()}


def restore(row: models.Model, values: dict[str, Any], names: Iterable[str]) -> None:
    """Set the named columns that ``values`` holds; the model's own checks follow in ``checked``."""
    for name in names:
        if name in values:
            value = values[name]
            if isinstance(value, str) and isinstance(row._meta.get_field(name), models.DateTimeField):
                value = parse_datetime(value)
            setattr(row, name, value)


def checked(row: models.Model) -> None:
    """Check lengths, choices and types of the row's own columns. Raises ``BrokenRecord``."""
    related = [field.name for field in row._meta.concrete_fields if field.is_relation]
    blank = [field.name for field in row._meta.concrete_fields if isinstance(field, models.JSONField)]
    try:
        row.clean_fields(exclude={*related, *blank})
    except ValidationError as error:
        problems = [f"{name}: {' '.join(texts)}" for name, texts in error.message_dict.items()]
        raise BrokenRecord("; ".join(problems)) from error


def dictionary(values: dict[str, Any], name: str) -> dict[str, Any]:
    """An object; null and missing are empty. Raises ``BrokenRecord``."""
    found = values.get(name)
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise BrokenRecord(f"{name} is not an object.")
    return found


def texts(values: dict[str, Any], name: str) -> list[Any]:
    """A list; null and missing are empty, one text is a list of it. Raises ``BrokenRecord``."""
    found = values.get(name)
    if found is None or found == "":
        return []
    if isinstance(found, str | dict):
        return [found]
    if not isinstance(found, list):
        raise BrokenRecord(f"{name} is not a list.")
    return found
