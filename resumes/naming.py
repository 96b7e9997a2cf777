"""How a name is shown: one that stands in capitals on the page is put in normal case where that is safe."""

import re

# Particles that are small within a name, after the usage of the languages they come from.
_PARTICLES = "de da do dos das del della di du la las los le van von der den ter ten zu zum zur bin ibn al el y e af av"
_SMALL = frozenset(_PARTICLES.split())
_KEPT = re.compile(r"^(?:[IVX]+|[A-Z]|[A-Z]\.(?:[A-Z]\.)*)$")  # "III", initials
_CREDENTIALS = re.compile(r",.*$")  # "JANE DOE, RN": what follows a comma are letters after the name
_MC = re.compile(r"^(?:Mc)([a-zà-ÿ])(?=[a-zà-ÿ]{2})")


def shown_name(name: str) -> str:
    """``name`` as it is shown: "TOM McDONALD-O'NEILL" is Tom McDonald-O'Neill, "JUAN DE LA CRUZ" Juan de la Cruz.

    A name with small letters of its own, of one word, or in a script without case stays as it is written. "MACKENZIE"
    becomes Mackenzie: which Macs take a second capital nobody can tell.
    """
    core = _CREDENTIALS.sub("", name)
    words = core.split()
    if len(words) < 2 or not all(_in_capitals(word) for word in words) or core.upper() == core.lower():
        return name
    shown = [_word(word, is_first=index == 0) for index, word in enumerate(words)]
    return " ".join(shown) + name[len(core) :]


def _in_capitals(word: str) -> bool:
    """True for a word without small letters but for those of "Mc" and "Mac"."""
    rest = re.sub(r"^(?:Mc|Mac)(?=[A-Z])", "", word)
    return rest == rest.upper()


def _word(word: str, *, is_first: bool) -> str:
    if not is_first and word.lower() in _SMALL:
        return word.lower()
    if _KEPT.match(word) and (len(word) < 2 or word.endswith(".") or not is_first):
        return word
    if re.match(r"^Mac[A-Z]", word):
        return "Mac" + word[3] + word[4:].lower()
    parts = re.split(r"([-'’‘`])", word.lower())
    parts = [part[:1].upper() + part[1:] if index % 2 == 0 else part for index, part in enumerate(parts)]
    plain = _after_apostrophes(parts)
    return _MC.sub(lambda match: "Mc" + match[1].upper(), plain)


def _after_apostrophes(parts: list[str]) -> str:
    """ "O'Neill" and "D'Angelo", but "Amar'e" only where a whole name follows the apostrophe."""
    joined = parts[0]
    for mark, part in zip(parts[1::2], parts[2::2], strict=True):
        joined += mark + (part if mark == "-" or len(part) > 2 else part.lower())
    return joined
