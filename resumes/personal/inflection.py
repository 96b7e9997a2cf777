"""Names with endings and little words hung on them, in scripts whose languages do so. Pure."""

import re
import unicodedata

from resumes.personal.folding import fold

_CYRILLIC = re.compile("[\u0400-\u052f]+")
_GREEK = re.compile("[\u0370-\u03ff]+")
_SEMITIC = re.compile("[\u0590-\u06ff]+")
_HANGUL_NAME = re.compile("[\uac00-\ud7a3]{3}")
_CYRILLIC_END = re.compile("[аеиоуыэюяєіїйьъ]$")
_GREEK_END = re.compile("[αειουηω]?[σν]?$")  # noqa: RUF001
_CLITICS = frozenset("وفبكل" + "ובכלמשה")
_ARTICLE = "ال"
# What is hung on a Korean given name: topic, subject, object, and forms of address.
_KOREAN_ENDINGS = frozenset(
    fold(ending) for ending in ("", *"은는이가을를의와과씨님", "에게", *("씨는", "씨가", "님은", "님이"))
)
LEAST_STEM = 3


class InflectedNames:
    """Parts of a name by what stays of them in every case: Мария is Марии, and Иванова Ивановой."""

    def __init__(self) -> None:
        self._stems: set[str] = set()
        self._semitic: set[str] = set()
        self._korean: set[str] = set()

    def learn(self, part: str) -> None:
        """Take a part of a name; those of other scripts are left aside."""
        form = fold(part)
        if _CYRILLIC.fullmatch(form):
            self._add_stem(_CYRILLIC_END.sub("", form))
        elif _GREEK.fullmatch(form):
            self._add_stem(_GREEK_END.sub("", form))
        elif _SEMITIC.fullmatch(form) and len(form) > 2:
            self._semitic.add(form)
        elif _HANGUL_NAME.fullmatch(unicodedata.normalize("NFC", part)):
            self._korean.add(fold(unicodedata.normalize("NFC", part)[1:]))

    def _add_stem(self, stem: str) -> None:
        if len(stem) >= LEAST_STEM:
            self._stems.add(stem)

    def has(self, word: str) -> bool:
        """True for a folded word that is a form of one of the parts."""
        if any(word.startswith(stem) and len(word) - len(stem) <= _longest_ending(stem) for stem in self._stems):
            return True
        if any(word.startswith(name) and word[len(name) :] in _KOREAN_ENDINGS for name in self._korean):
            return True
        return any(word.endswith(name) and _is_clitic(word[: -len(name)]) for name in self._semitic)


def _longest_ending(stem: str) -> int:
    return 3 if len(stem) > LEAST_STEM else 2


def _is_clitic(before: str) -> bool:
    before = before.removesuffix(_ARTICLE)
    return len(before) <= 2 and all(letter in _CLITICS for letter in before)
