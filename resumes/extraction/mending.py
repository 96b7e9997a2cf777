# ruff: noqa: RUF001  (the look-alike characters are the subject)
"""Mends the text of lines before offsets are fixed: what a person reads, not what the file spells.

Ligatures and compatibility forms (NFKC), accents drawn beside their letter, letter-spaced
headings, bullets of a dozen kinds, and characters no database or reader should meet (NUL,
surrogates, controls, direction overrides).
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from statistics import median

from resumes.extraction.words import Word

TAB_GAP = 1.5  # of the size: a gap this wide becomes a tab
MANY_SPACES = 0.9  # of the size: the same where the line's other spaces are far smaller: several spaces in a row
WIDER = 3.0  # times the line's usual space, to be far wider
USUAL = 0.35  # of the size: the widest that a usual space is taken for, where a line is all wide gaps
LABEL_GAP = 0.55  # of the size: the same between a bold label and the plain text after it
SPACED = 0.08  # of the size: letters farther apart than this are letter-spaced
LARGEST_ENTRY = 12.5  # points: what is set larger is a heading or the candidate's name
LONGEST_NAME = 60  # characters of a name beside another
TOUCHING = 0.03  # of the size: no space is as narrow, however the file says that the words are two
GLUE_GAP = 0.12  # of the size: words nearer than this, and not separated in the file, are one

BULLETS = "›▹▻⦿⦾•‣◦▪▫■□●○◆◇►▸▶➢➤❖✓✔✦★∙⁃⚫⬤➔➜→»"
SYMBOL_BULLETS = "\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf0a8\uf02d"
BULLET_START = re.compile(rf"^[{BULLETS}{SYMBOL_BULLETS}](?:[ \t]*)(?=\S)")
DASH_START = re.compile(r"^[-–—*·][ \t]+(?=\S)")
LETTER_O_START = re.compile(r"^o[ \t]+(?=[A-ZÀ-Þ])")
SPACING_ACCENTS = {
    "´": "\u0301",
    "`": "\u0300",
    "¨": "\u0308",
    "ˆ": "\u0302",
    "^": "\u0302",
    "˜": "\u0303",
    "¸": "\u0327",
    "ˇ": "\u030c",
    "˚": "\u030a",
    "˘": "\u0306",
    "˙": "\u0307",
    "˝": "\u030b",
    "˛": "\u0328",
}
ACCENT_BEFORE = re.compile(r"([´¨ˆ˜¸ˇ˚˘˙˝˛]) ?([A-Za-zı])")
# At a word's edge it is a quote; behind an elided word or a name's letter an apostrophe: d`accord, dell`arte, O`Ahern.
GRAVE_IN_WORD = re.compile(
    r"(?<=[A-Za-zÀ-ÿ])(?<!\b[cdjlmnstoCDJLMNSTO])(?<!\b[qQ]u)(?<!ell)(?<!all)(?<!ull)(?<!\bun)`([aeiouAEIOU])"
)
ACCENT_AFTER = re.compile(r"([A-Za-z])([´¨ˆ˜¸ˇ˚˘˙˝˛])(?=[a-zà-ÿ])")
DOTLESS = {"ı": "i", "ȷ": "j"}
ICON = re.compile(f"(?:^|(?<=[ \t]))(?![{SYMBOL_BULLETS}])[\ue000-\uf8ff]+")  # parts what stands around it
PRIVATE_LIGATURES = str.maketrans({"\uf001": "fi", "\uf002": "fl"})
IN_WORD = re.compile("(?<=[^\\W\\d_])[\uf001\uf002](?=[^\\W\\d_])")
CONTROLS = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
SPACES = re.compile(r"[ \u00a0\u2000-\u200a\u202f\u205f\u3000]+")


def clean(text: str) -> str:
    """One line's text without what cannot be stored or seen, in compatibility form (NFKC)."""
    if text.isascii() and "`" not in text:
        return re.sub(r" *\t[ \t]*", "\t", SPACES.sub(" ", CONTROLS.sub(" ", text))).strip(" \t")
    text = IN_WORD.sub(lambda found: found[0].translate(PRIVATE_LIGATURES), text)
    text = ICON.sub("\t", compose_accents(text))
    text = "".join(_kept(char) for char in unicodedata.normalize("NFKC", text))
    text = unicodedata.normalize("NFC", text)
    text = re.sub(r" *\t[ \t]*", "\t", SPACES.sub(" ", text))
    return text.strip(" \t")


def _kept(char: str) -> str:
    if char == "\t":
        return char
    if char in ("\u2010", "\u2011", "\u2212"):  # hyphens and the minus sign, all meant as "-"
        return "-"
    category = unicodedata.category(char)
    if category == "Co" or char == "\ufffd":  # icons of private fonts, characters without a meaning
        return char if char in SYMBOL_BULLETS else " "
    if category in ("Cc", "Zl", "Zp", "Zs"):
        return " "
    if category in ("Cf", "Cs", "Cn"):  # direction overrides, zero width, soft hyphens, halves of pairs
        return ""
    return char


def compose_accents(text: str) -> str:
    """Accents set as a character of their own before (TeX) or after their letter are put on it."""

    def compose(accent: str, letter: str, otherwise: str) -> str:
        composed = unicodedata.normalize("NFC", DOTLESS.get(letter, letter) + SPACING_ACCENTS[accent])
        return composed if len(composed) == 1 else otherwise

    text = GRAVE_IN_WORD.sub(lambda found: compose("`", found[1], found[0]), text)
    text = ACCENT_BEFORE.sub(lambda found: compose(found[1], found[2], found[0]), text)
    return ACCENT_AFTER.sub(lambda found: compose(found[2], found[1], found[0]), text)


def mend_bullet(text: str) -> str:
    """Any leading bullet as "• "."""
    for pattern in (BULLET_START, DASH_START, LETTER_O_START):
        mended, count = pattern.subn("• ", text)
        if count:
            return mended
    return text


def line_text(words: list[Word], *, even: bool = False, listed: bool = True) -> str:
    """The words of one line with what stands between them: nothing, a space, or a tab for a wide gap.

    With ``even`` wide gaps are spaces too: those of a justified line. Without ``listed`` the line begins
    with no list mark.
    """
    parts: list[str] = []
    before: Word | None = None
    merged = _merge_letter_spaced(_merge_spaced_pieces(words))
    usual = max((USUAL + word.spacing / max(word.size, 1.0) for word in merged), default=USUAL)
    wide = max(MANY_SPACES, WIDER * min(usual_space(pairwise(merged)), usual))
    parted = _end_of_bold(merged, wide)
    for number, word in enumerate(merged):
        if before is not None:
            between = "\t" if number == parted else _between(before, word, wide)
            parts.append(" " if even and between == "\t" else between)
        parts.append(word.text)
        before = word
    text = clean("".join(parts))
    return mend_bullet(text) if listed else text


def usual_space(pairs: Iterable[tuple[Word, Word]]) -> float:
    """The space between two words that follow each other, as a share of their size; a quarter of all are smaller."""
    spaces = sorted((word.x0 - before.x1) / word.size for before, word in pairs if word.size and word.x0 > before.x1)
    return spaces[len(spaces) // 4] if spaces else 0.0


def _between(before: Word, word: Word, wide: float) -> str:
    size = max(min(before.size, word.size), 1.0)
    gap = word.x0 - before.x1
    if word.cut or gap > (min(TAB_GAP, wide) if before.bold == word.bold else LABEL_GAP) * size:
        return "\t"
    if (word.joined or gap < -0.02 * size) and gap < GLUE_GAP * size:
        return ""
    return "" if gap < TOUCHING * size and _is_one_word(before, word) else " "


def _end_of_bold(words: list[Word], wide: float) -> int | None:
    """The number of the word at which a second name begins that only its weight parts from the first, which is bold.

    "**PHARMACIST** LEKÁREŇ PRI DUNAJI". Not in lines set as large as a candidate's name, nor where a sentence goes on.
    """
    bold = [word.bold for word in words]
    at = bold.index(False) if False in bold else 0
    if not at or any(bold[at:]) or max(word.size for word in words) > LARGEST_ENTRY:
        return None
    first, second = words[at - 1], words[at]
    if not (first.text[-1].isalnum() or first.text[-1] == ")") or not second.text[0].isupper():
        return None
    names = [" ".join(word.text for word in side) for side in (words[:at], words[at:])]
    parted = any(_between(before, word, wide) == "\t" for before, word in pairwise(words[:at]))
    short = all(1 < len(name) <= LONGEST_NAME for name in names) and not names[1].endswith(".")
    return at if short and not parted and _between(first, second, wide) == " " else None


def _is_one_word(before: Word, word: Word) -> bool:
    """Whether two pieces set alike, drawn apart from each other, may be one word: "P" and "resent"."""
    alike = before.bold == word.bold and before.size == word.size
    return alike and before.text[-1].isalpha() and word.text[0].islower()


def _merge_spaced_pieces(words: list[Word]) -> list[Word]:
    """Pieces of letter-spaced words put together: no farther from each other than the letters inside them."""
    merged: list[Word] = []
    start = 0
    for index in range(1, len(words) + 1):
        if index < len(words) and _is_set_alike(words[index - 1], words[index]):
            continue
        merged += _joined_pieces(words[start:index])
        start = index
    return merged


def _is_set_alike(before: Word, word: Word) -> bool:
    return not word.cut and abs(word.size - before.size) <= 0.1 * word.size and before.bold == word.bold


def _joined_pieces(run: list[Word]) -> list[Word]:
    pieces = [word.spacing for word in run for _ in word.text if len(word.text) > 1]
    spacing = median(pieces) if pieces else 0.0
    size = run[0].size
    if spacing <= SPACED * size:
        return run
    joined = [run[0]]
    for word in run[1:]:
        before = joined[-1]
        if -0.2 * size < word.x0 - before.x1 < 1.35 * spacing + 0.05 * size:
            low, high = min(before.y0, word.y0), max(before.y1, word.y1)
            joined[-1] = replace(before, text=before.text + word.text, y0=low, x1=word.x1, y1=high)
        else:
            joined.append(word)
    return joined


def _merge_letter_spaced(words: list[Word]) -> list[Word]:
    """Runs of four or more single letters, set apart for looks, made words again.

    The gaps inside such a word are alike; a gap well over their median is the space between two.
    """
    merged: list[Word] = []
    index = 0
    while index < len(words):
        end = index
        while end < len(words) and _is_spaced_letter(words, index, end):
            end += 1
        run = words[index:end]
        if sum(len(word.text) == 1 for word in run) >= 4:
            merged += _join_run(run)
            index = end
        else:
            merged.append(words[index])
            index += 1
    return merged


def _is_spaced_letter(words: list[Word], start: int, index: int) -> bool:
    word = words[index]
    if len(word.text) > 2 or not all(char.isalpha() or char in "&.-'" for char in word.text):
        return False
    if index == start:
        return len(word.text) == 1
    before = words[index - 1]
    return abs(word.size - before.size) < 0.35 * word.size and word.x0 - before.x1 < 2.2 * word.size


def _join_run(run: list[Word]) -> list[Word]:
    gaps = [after.x0 - before.x1 for before, after in pairwise(run)]
    usual = max(median(gaps), 0.1)
    words = [run[0]]
    for gap, word in zip(gaps, run[1:], strict=True):
        last = words[-1]
        if gap > 1.7 * usual + 0.05 * word.size:
            words.append(word)
        else:
            words[-1] = Word(
                last.text + word.text,
                last.x0,
                min(last.y0, word.y0),
                word.x1,
                max(last.y1, word.y1),
                last.baseline,
                last.size,
                last.bold,
                last.joined,
            )
    return words
