"""Requirements as people write them, checked and completed."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from rest_framework import serializers
from rest_framework.exceptions import ValidationError

import skills as taxonomy_of
from jobs.models import Requirement
from jobs.one_of import OneOf
from jobs.reading import protected_note
from jobs.validation import storable

MAX_ROWS = 200
MAX_TEXT = 2000


class RequirementInput(serializers.Serializer[Any]):
    """One requirement as a person writes it. Without ``skills`` those that the text names are taken."""

    id = serializers.CharField(required=False, allow_null=True, default=None, max_length=40)
    text = serializers.CharField(max_length=MAX_TEXT)
    kind = OneOf(choices=Requirement.Kind.choices, default=Requirement.Kind.OTHER)
    must_have = serializers.BooleanField(default=False)
    weight = serializers.FloatField(default=1.0, min_value=0.0, max_value=100.0)
    years = serializers.FloatField(default=None, allow_null=True, min_value=0.0, max_value=60.0)
    level = serializers.CharField(default="", allow_blank=True, allow_null=True, max_length=30)
    skills = serializers.ListField(child=serializers.CharField(max_length=100), required=False, max_length=60)
    skills_mode = OneOf(choices=Requirement.SkillsMode.choices, default=Requirement.SkillsMode.ALL)
    scorable = serializers.BooleanField(default=True)
    note = serializers.CharField(default="", allow_blank=True, allow_null=True, max_length=300)


def validated_rows(rows: Sequence[Any]) -> list[dict[str, Any]]:
    """The rows with their types, skills as ids. Raises ValidationError naming the row."""
    if not isinstance(rows, (list, tuple)):
        raise ValidationError({"requirements": "Send a list of requirements."})
    if len(rows) > MAX_ROWS:
        raise ValidationError({"requirements": f"At most {MAX_ROWS} requirements; these are {len(rows)}."})
    checked = [_validated(number, row) for number, row in enumerate(rows, start=1)]
    ids = [row["id"] for row in checked if row["id"]]
    if len(ids) != len(set(ids)):
        raise ValidationError({"requirements": "The same id comes twice."})
    return checked


def _validated(number: int, row: Any) -> dict[str, Any]:
    if not isinstance(row, Mapping):
        raise ValidationError({"requirements": f"Requirement {number} is not an object."})
    known = {name: value for name, value in row.items() if name in RequirementInput().fields}
    form = RequirementInput(data=known)
    if not form.is_valid():
        problems = " ".join(f"{name}: {text}" for name, texts in form.errors.items() for text in texts)
        raise ValidationError({"requirements": f"Requirement {number}: {problems}"})
    values = dict(form.validated_data)
    values |= {name: values[name] or "" for name in ("level", "note")}
    storable("requirements", values["text"])
    values["id"] = str(values["id"]) if values["id"] else None
    values["skills"] = _skill_ids(number, values)
    note = protected_note(values["text"])
    if note:
        # A person cannot make it count either: the law does not ask who wrote it down.
        values |= {"scorable": False, "note": note}
    return values


def _skill_ids(number: int, values: dict[str, Any]) -> list[str]:
    taxonomy = taxonomy_of.taxonomy()
    if values.get("skills") is None:
        return list(dict.fromkeys(mention.skill_id for mention in taxonomy.find(values["text"])))
    ids = []
    for name in values["skills"]:
        skill = taxonomy.lookup(name)
        if skill is None:
            raise ValidationError({"requirements": f"Requirement {number}: there is no skill called {name!r}."})
        ids.append(skill.id)
    return list(dict.fromkeys(ids))


def same_words(text: str) -> str:
    """What makes two requirements the same to a reader: their words, not their case or punctuation."""
    return " ".join(re.findall(r"\w+", text.casefold()))
