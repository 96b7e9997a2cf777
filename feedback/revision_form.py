"""The form in which an administrator words a new revision of feedback."""

from typing import Any

from django import forms
from unfold.widgets import UnfoldAdminTextareaWidget

from feedback.models import Feedback
from feedback.serializers import FeedbackSubmission
from feedback.services import revision_of

POINTS = ("correct_points", "incorrect_points", "missing_points")
REVISED = ("rating", *POINTS, "ideal_response")
STALE = "Somebody revised this feedback meanwhile. Open the newest revision, named below, and change that one."


class PointsField(forms.CharField):
    """A list of texts, one on each line."""

    widget = UnfoldAdminTextareaWidget

    def prepare_value(self, value: Any) -> Any:
        """The list as lines."""
        return "\n".join(str(point) for point in value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        """The lines as a list, without blank ones."""
        return [line.strip() for line in str(value or "").splitlines() if line.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether the lines are others: a text of several lines that nobody touched stays one text."""
        return bool(self.to_python(self.prepare_value(initial)) != self.to_python(data))


class RevisionForm(forms.ModelForm[Feedback]):
    """What may be said differently; what was judged, and by whom, stays."""

    correct_points = PointsField(required=False, help_text="One on each line")
    incorrect_points = PointsField(required=False, help_text="One on each line")
    missing_points = PointsField(required=False, help_text="One on each line")

    class Meta:
        model = Feedback
        fields = REVISED

    def clean(self) -> dict[str, Any]:
        """Only the newest revision can be followed by another; the fields are checked as the service checks them."""
        values = dict(super().clean() or {})
        standing = Feedback.objects.current().filter(pk=self.instance.pk).first()
        if standing is None:
            raise forms.ValidationError(STALE)
        checked = FeedbackSubmission(data=revision_of(standing, self.said_differently))
        if not checked.is_valid():
            for name, texts in checked.errors.items():
                self.add_error(name if name in self.fields else None, [str(text) for text in texts])
        return values

    @property
    def said_differently(self) -> dict[str, Any]:
        """The fields that were changed, with what they are to say."""
        return {name: self.cleaned_data[name] for name in self.changed_data if name in self.cleaned_data}
