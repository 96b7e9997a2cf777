"""The admin's form of a job: weights as numbers by category, checked as the services check them."""

from collections.abc import Callable
from typing import Any, TypeVar

from django import forms
from django.forms import ModelForm
from rest_framework.exceptions import APIException
from unfold.widgets import UnfoldAdminDecimalFieldWidget

from jobs import validation
from jobs.models import Job

T = TypeVar("T")
WEIGHT_WORDS = {
    "skills": "Skills",
    "experience": "Experience",
    "education": "Education",
    "other": "Everything else",
    "profile": "Likeness of the whole",
}
WEIGHT_FIELDS = {key: f"weight_{key}" for key in WEIGHT_WORDS}


def _weight(label: str) -> forms.FloatField:
    return forms.FloatField(
        label=label,
        required=False,
        min_value=0,
        max_value=validation.MAX_WEIGHT,
        widget=UnfoldAdminDecimalFieldWidget(attrs={"step": "any", "placeholder": "as usual"}),
    )


class JobForm(ModelForm[Job]):
    """A job's fields; a refusal stands beside its field."""

    weight_skills = _weight(WEIGHT_WORDS["skills"])
    weight_experience = _weight(WEIGHT_WORDS["experience"])
    weight_education = _weight(WEIGHT_WORDS["education"])
    weight_other = _weight(WEIGHT_WORDS["other"])
    weight_profile = _weight(WEIGHT_WORDS["profile"])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key, name in WEIGHT_FIELDS.items():
            if name in self.fields:
                self.fields[name].initial = self.instance.weights.get(key)

    def clean_job_description(self) -> str:
        """Not blank, not too long."""
        return _checked(validation.description, self.cleaned_data["job_description"])

    def clean_metadata(self) -> dict[str, Any]:
        """An object of bounded size."""
        return _checked(validation.metadata, self.cleaned_data.get("metadata") or {})

    def clean(self) -> dict[str, Any]:
        """With the weights as the services take them: a category left empty counts as usual."""
        values = dict(super().clean() or {})
        given = {key: values.pop(name, None) for key, name in WEIGHT_FIELDS.items()}
        values["weights"] = {key: number for key, number in given.items() if number is not None}
        return values

    @property
    def changes(self) -> dict[str, Any]:
        """What was changed, under the names of the services."""
        touched = {"weights" if name in WEIGHT_FIELDS.values() else name for name in self.changed_data}
        return {name: value for name, value in self.cleaned_data.items() if name in touched}


def _checked(check: Callable[[Any], T], value: Any) -> T:
    try:
        return check(value)
    except APIException as error:
        raise forms.ValidationError(str(error.detail)) from error
