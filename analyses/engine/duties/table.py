"""The table of duties: read once, asked by the words of a requirement."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from pathlib import Path

from analyses.engine.duties.phrases import Lexicon, Phrase, PhraseError, Stretch, Token, place_of, tokens

DATA = Path(__file__).resolve().parent
CLOSE = 3  # words that may stand between those of an asking phrase where a line is to say it
LOOSE = "{loose}"  # the group of words that narrow a thing without making it another one: "commercial"
SOFT = "{soft}"  # the group of words that say how, not what: "busy", "effective"


@dataclass(frozen=True, eq=False)  # each is itself alone: to compare or hash hundreds of phrases takes long
class Duty:
    """A thing done at work: phrases that ask for it, and phrases that show it (the asking ones among them)."""

    asked: tuple[Phrase, ...]
    told: tuple[Phrase, ...]
    is_manner: bool = False  # it says how work is done ("under pressure"): it counts where nothing else is asked

    @cached_property
    def told_by(self) -> Mapping[str, Sequence[Phrase]]:
        """The telling phrases by their first element, so that a line is asked for those alone that it can hold."""
        found: dict[str, list[Phrase]] = {}
        for phrase in self.told:
            found.setdefault(phrase.elements[0], []).append(phrase)
        return found


@dataclass(frozen=True, slots=True)
class Asked:
    """Words of a requirement (by number) that ask for a duty, and the ways to read them, any of which is enough: each
    a duty with the words that ask for it."""

    words: frozenset[int]
    readings: tuple[tuple[Duty, frozenset[int]], ...]

    @property
    def is_manner(self) -> bool:
        """True where they say only how work is done."""
        return all(duty.is_manner for duty, _ in self.readings)


class Table:
    """All duties, with the words that are looked for."""

    def __init__(self, rows: Sequence[tuple[str, str]], groups: dict[str, list[str]]) -> None:
        """``rows`` are pairs of asking and telling phrases. Raises PhraseError."""
        self.lexicon = Lexicon(groups)
        for group in (SOFT, LOOSE):
            if group in groups:
                self.lexicon.add(group)
        self.duties = tuple(self._duty(asked, told) for asked, told in rows)
        self._opened: dict[str, list[tuple[Duty, Phrase]]] = {}
        for duty in self.duties:
            for phrase in duty.asked:
                self._opened.setdefault(phrase.elements[0], []).append((duty, phrase))

    def _duty(self, asked: str, told: str) -> Duty:
        is_manner = asked.startswith("?")
        asking = tuple(self._phrases(asked.removeprefix("?")))
        told_so = tuple(
            replace(phrase, reach=len(phrase.elements) + CLOSE) for phrase in asking if not phrase.only_asks
        )
        return Duty(asking, (*told_so, *self._phrases(told)), is_manner)

    def _phrases(self, text: str) -> Iterable[Phrase]:
        for part in text.split(";"):
            words = part.split()
            if not words:
                continue
            elements = tuple(word for word in words if word not in ("@", ">", "!"))
            for element in elements:
                self.lexicon.add(element)
            yield Phrase(elements, "@" in words, ">" in words, "!" in words)

    def said(self, words: Sequence[Token]) -> dict[str, list[Stretch]]:
        """Where a text says each element of the table."""
        return self.lexicon.said(words)

    def asked_in(self, text: str) -> tuple[Asked, ...]:
        """The duties that a requirement asks for, in the order of its words; the longer phrase before the shorter."""
        said = self.said(tokens(text))
        hits: dict[frozenset[int], list[Duty]] = {}
        for element in said:
            for duty, phrase in self._opened.get(element, ()):
                words = place_of(phrase, said)
                if words is not None and duty not in hits.setdefault(words, []):
                    hits[words].append(duty)
        kept: list[frozenset[int]] = []
        for words in sorted(hits, key=lambda w: (-len(w), min(w), max(w))):
            if not any(words <= other for other in kept):
                kept.append(words)
        rows = _joined(
            [(words, duty) for words in sorted(kept, key=lambda w: (min(w), max(w))) for duty in hits[words]]
        )
        return tuple(row for row in rows if not row.is_manner) or rows


def _joined(rows: Sequence[tuple[frozenset[int], Duty]]) -> tuple[Asked, ...]:
    """Hits that share a word as one: they are readings of the same words ("supervising junior staff")."""
    kept: list[tuple[frozenset[int], dict[Duty, frozenset[int]]]] = []
    for words, duty in rows:
        at = next((i for i, (own, _) in enumerate(kept) if own & words), None)
        if at is None:
            kept.append((words, {duty: words}))
            continue
        own, readings = kept[at]
        readings[duty] = readings.get(duty, frozenset()) | words
        kept[at] = (own | words, readings)
    return tuple(Asked(words, tuple(readings.items())) for words, readings in kept)


def read_table(texts: Iterable[tuple[str, str]]) -> Table:
    """A table from pairs of file name and text. A line is a comment (``#``), a group (``{name} = a, b``) or a duty
    (``asked; asked => told; told``, ``@`` before what only a heading tells, ``!`` before what asks but does not
    tell, ``?`` before a manner of working); one that is indented goes on with the line
    before it. Raises PhraseError, naming file and line, for anything else."""
    groups: dict[str, list[str]] = {}
    rows: list[tuple[str, str]] = []
    for name, text in texts:
        for number, line in _lines(text):
            if "=>" in line:
                asked, told = line.split("=>", 1)
                rows.append((asked, told))
            elif line.startswith("{") and "=" in line:
                group, words = line.split("=", 1)
                groups.setdefault(group.strip(), []).extend("_".join(w.split()) for w in words.split(",") if w.strip())
            else:
                raise PhraseError(f"{name}, line {number}: neither a group nor a duty.")
    return Table(rows, groups)


def _lines(text: str) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.split("#", 1)[0] if raw.lstrip().startswith("#") else raw
        if not line.strip():
            continue
        if line[0].isspace() and found:
            found[-1] = (found[-1][0], f"{found[-1][1]} {line.strip()}")
        else:
            found.append((number, line.strip()))
    return found


@cache
def shipped() -> Table:
    """The duties that come with the engine."""
    return _read(DATA)


@cache
def certificates() -> Table:
    """Certificates, licences and registrations by all their names, that come with the engine."""
    return _read(DATA / "certificates")


def _read(folder: Path) -> Table:
    return read_table((path.name, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.txt")))


@lru_cache(maxsize=4096)
def duties_asked(text: str) -> tuple[Asked, ...]:
    """The duties of the shipped table that a requirement asks for."""
    return shipped().asked_in(text)


@lru_cache(maxsize=256)
def telling_duties(texts: tuple[str, ...]) -> Lexicon:
    """What the lines of resumes are looked through for, for a job with these requirements: kept, for many are."""
    return _telling(shipped(), (asked for text in texts for asked in duties_asked(text)))


@lru_cache(maxsize=256)
def telling_certificates(texts: tuple[str, ...]) -> Lexicon:
    """The same of certificates."""
    return _telling(certificates(), (asked for text in texts for asked in certificates_asked(text)))


def _telling(table: Table, asked: Iterable[Asked]) -> Lexicon:
    phrases = (phrase for row in asked for duty, _ in row.readings for phrase in duty.told)
    return table.lexicon.only(dict.fromkeys(element for phrase in phrases for element in phrase.elements))


@lru_cache(maxsize=4096)
def certificates_asked(text: str) -> tuple[Asked, ...]:
    """The certificates of the shipped table that a requirement asks for."""
    return certificates().asked_in(text)
