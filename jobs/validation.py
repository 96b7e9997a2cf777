"""Checks of what a job is given, one for API, pages, admin and commands."""

import json
import math
from collections.abc import Mapping
from typing import Any

from rest_framework.exceptions import ValidationError

MAX_DESCRIPTION = 50_000  # code points; the longest real postings have some 15,000
MAX_METADATA = 20_000  # characters as JSON
MAX_NAME = 200
WEIGHT_KEYS = ("skills", "experience", "education", "other", "profile")
MAX_WEIGHT = 100.0


def description(value: Any) -> str:
    """The description as it was written. Raises ValidationError when blank, too long or not storable."""
    text = storable("job_description", value)
    if not text.strip():
        raise ValidationError({"job_description": "Paste the job's description; it is empty."})
    if len(text) > MAX_DESCRIPTION:
        raise ValidationError(
            {"job_description": f"The description has {len(text)} characters; {MAX_DESCRIPTION} are read. Shorten it."}
        )
    return text


def short_text(field: str, value: Any, longest: int = MAX_NAME) -> str:
    """A one-line text. Raises ValidationError when it is too long or not storable."""
    text = " ".join(storable(field, "" if value is None else value).split())
    if len(text) > longest:
        raise ValidationError({field: f"At most {longest} characters; this has {len(text)}."})
    return text


def storable(field: str, value: Any) -> str:
    """``value`` when it is text that every database keeps. Raises ValidationError."""
    if not isinstance(value, str):
        raise ValidationError({field: "Write text."})
    if "\x00" in value or any("\ud800" <= character <= "\udfff" for character in value):
        raise ValidationError({field: "It holds characters that cannot be stored. Remove them."})
    return value


def metadata(value: Any) -> dict[str, Any]:
    """An object of the caller's own. Raises ValidationError when it is something else or too large."""
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise ValidationError({"metadata": "Send an object."})
    try:
        size = len(json.dumps(value, allow_nan=False))
    except (TypeError, ValueError, RecursionError) as error:
        raise ValidationError({"metadata": "It is not JSON."}) from error
    if size > MAX_METADATA:
        raise ValidationError({"metadata": f"At most {MAX_METADATA} characters as JSON; this has {size}."})
    return value


def weights(value: Any) -> dict[str, float]:
    """Weights by category, each 0 to 100. Raises ValidationError."""
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise ValidationError({"weights": 'Send an object, such as {"skills": 1.5}.'})
    for key, number in value.items():
        if key not in WEIGHT_KEYS:
            raise ValidationError({"weights": f"There is no category {key!r}. Use: {', '.join(WEIGHT_KEYS)}."})
        if isinstance(number, bool) or not isinstance(number, (int, float)) or not math.isfinite(number):
            raise ValidationError({"weights": f"The weight of {key} is not a number."})
        if not 0 <= number <= MAX_WEIGHT:
            raise ValidationError({"weights": f"The weight of {key} must be from 0 to {MAX_WEIGHT:g}."})
    return {str(key): float(number) for key, number in value.items()}
