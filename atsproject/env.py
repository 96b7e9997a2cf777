"""Reads the settings that come from the environment.

A wrong value never stops an import: it is replaced by its default and remembered here, and the
system checks (``atsproject.checks``) refuse to start with a message that names the variable.
"""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class EnvironmentProblem:
    """A variable that could not be used: its name, what is wrong, and what to write instead."""

    name: str
    problem: str
    fix: str


class Environment:
    """Typed access to environment variables that collects problems instead of raising."""

    def __init__(self, values: dict[str, str] | None = None) -> None:
        self._values = dict(os.environ) if values is None else values
        self.problems: list[EnvironmentProblem] = []

    def text(self, name: str, default: str = "") -> str:
        """The value without surrounding space, or ``default`` when unset or blank."""
        return self._values.get(name, "").strip() or default

    def path(self, name: str, default: Path) -> Path:
        """The value as an absolute path, ``~`` expanded."""
        return Path(self.text(name, str(default))).expanduser().resolve()

    def flag(self, name: str, default: bool) -> bool:
        """1/0, true/false, yes/no, on/off in any case."""
        words = {"1": True, "true": True, "yes": True, "on": True}
        words |= {"0": False, "false": False, "no": False, "off": False}
        return self._parse(name, default, lambda v: words[v.lower()], "Write true or false.")

    def number(self, name: str, default: int, *, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``."""

        def parse(value: str) -> int:
            number = int(value)
            if not low <= number <= high:
                raise ValueError(value)
            return number

        return self._parse(name, default, parse, f"Write a whole number from {low} to {high}.")

    def choice(self, name: str, default: str, allowed: tuple[str, ...]) -> str:
        """One of ``allowed``."""

        def parse(value: str) -> str:
            if value not in allowed:
                raise ValueError(value)
            return value

        return self._parse(name, default, parse, f"Write one of: {', '.join(allowed)}.")

    def address(self, name: str, default: str, schemes: tuple[str, ...]) -> str:
        """An address whose scheme is one of ``schemes`` and that names a host; it may hold a password and
        is therefore never repeated in a message."""
        value = self.text(name)
        if not value:
            return default
        try:
            parts = urlsplit(value)
            whole = parts.scheme in schemes and bool(parts.hostname) and parts.port != 0
        except ValueError:
            whole = False
        if not whole:
            kinds = " or ".join(f"{scheme}://HOST:PORT" for scheme in schemes)
            self.refuse(name, "It is not an address of the kind it takes.", f"Write {kinds}.")
            return default
        return value

    def given(self, name: str) -> bool:
        """Whether the variable is set to something."""
        return bool(self.text(name))

    def names(self, name: str, default: list[str], *, shape: str, fix: str) -> list[str]:
        """A comma-separated list without blanks, each of the ``shape`` of a regular expression."""
        found = [part.strip() for part in self.text(name).split(",") if part.strip()]
        for part in found:
            if not re.fullmatch(shape, part, re.IGNORECASE):
                self.refuse(name, f"{part!r} is not a value it takes.", fix)
        return found or default

    def refuse(self, name: str, problem: str, fix: str) -> None:
        """Remember that ``name`` cannot be used."""
        self.problems.append(EnvironmentProblem(name, problem, fix))

    def _parse(self, name: str, default: T, parse: Callable[[str], T], fix: str) -> T:
        value = self.text(name)
        if not value:
            return default
        try:
            return parse(value)
        except (ValueError, KeyError):
            self.refuse(name, f"{value!r} is not a value it takes.", fix)
            return default
