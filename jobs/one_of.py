"""A value of the API that is one of a few."""

from typing import Any, NoReturn

from rest_framework import serializers


class OneOf(serializers.ChoiceField):
    """A choice that says, when it is missed, what there is to choose from."""

    def fail(self, key: str, **kwargs: Any) -> NoReturn:
        """Raise ``ValidationError``; of a choice that is none with those there are."""
        if key == "invalid_choice":
            raise serializers.ValidationError([f"Write one of: {', '.join(map(str, self.choices))}."], code=key)
        super().fail(key, **kwargs)
