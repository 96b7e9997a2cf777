"""Words of a posting that are misspelt: a letter too much, too few, another one, or two that changed places.

By symmetric deletion: two words are near where leaving a letter out of one or both makes them alike. A sentence is
mended only where it has several such words beside some that are spelt right: one alone is likely another word.
"""

from collections.abc import Collection, Sequence

SHORTEST = 4  # letters of a word that is looked at: shorter ones are near to too many others
SEVERAL = 2  # misspelt words of a sentence
SPELT_RIGHT = 0.2  # share of a sentence's words


class Spelling:
    """The words of one posting, ready to be compared with those of many sentences."""

    def __init__(self, words: Collection[str]) -> None:
        """``words``: in the form that they are compared in."""
        self._words = words
        self._near: dict[str, str] | None = None
        self._known: dict[str, str] = {}

    def mended(self, words: Sequence[str]) -> list[str]:
        """The words of a sentence with those of the posting in place of misspelt ones."""
        right = sum(word in self._words for word in words)
        if right == len(words) or right < SPELT_RIGHT * len(words) or len(words) - right < SEVERAL:
            return list(words)
        meant = [word if word in self._words else self._meant(word) for word in words]
        changed = sum(one != other for one, other in zip(words, meant, strict=True))
        return meant if changed >= SEVERAL else list(words)

    def _meant(self, word: str) -> str:
        if len(word) < SHORTEST or not word.isalpha():
            return word
        if word not in self._known:
            near = self._index()
            found = near.get(word) or next((near[cut] for cut in _without_a_letter(word) if cut in near), word)
            alike = found[0] == word[0] or found[-2:] == word[-2:]
            self._known[word] = found if alike and abs(len(found) - len(word)) <= 1 else word
        return self._known[word]

    def _index(self) -> dict[str, str]:
        """Each word of the posting, and each way to leave a letter out of it, with the word."""
        if self._near is None:
            long = [word for word in sorted(self._words) if len(word) >= SHORTEST and word.isalpha()]
            self._near = {cut: word for word in long for cut in _without_a_letter(word)}
            self._near.update({word: word for word in long})
        return self._near


def _without_a_letter(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(len(word))]
