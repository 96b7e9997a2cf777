"""Words to fragments: what stands on one baseline without a wide gap."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from statistics import median

from resumes.extraction.words import Word

WIDE_GAP = 1.5  # of the size: wider than any space between words of one sentence
BULLET = re.compile(r"^(?:[•‣◦▪▫■□●○◆◇►▸▶➢➤❖✓✔✦★–—*·∙⁃-]|[\ue000-\uf8ff]|o|\(?\d{1,2}[.)])$")


class Fragment:
    """Words side by side, the smallest thing that layout moves. Measured once: layout asks often."""

    __slots__ = ("baseline", "bold", "size", "text", "words", "x0", "x1", "y0", "y1")

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.x0 = words[0].x0
        self.x1 = max(word.x1 for word in words)
        self.y0 = min(word.y0 for word in words)
        self.y1 = max(word.y1 for word in words)
        self.size = median(word.size for word in words)
        # Of the largest word, which sets the line.
        self.baseline = max(words, key=lambda word: word.size).baseline
        self.bold = all(word.bold for word in words)
        # For judging, not for storing.
        self.text = " ".join(word.text for word in words)


def rows_of(words: list[Word]) -> list[list[Word]]:
    """Words grouped by baseline, rows from top to bottom, words from left to right."""
    rows: list[list[Word]] = []
    anchors: list[Word] = []  # the largest word of each row, the first of those
    for word in sorted(words, key=lambda word: (word.baseline, word.x0)):
        for number in range(len(rows) - 1, max(len(rows) - 5, -1), -1):
            if _same_row(rows[number], anchors[number], word):
                rows[number].append(word)
                if word.size > anchors[number].size:
                    anchors[number] = word
                break
        else:
            rows.append([word])
            anchors.append(word)
    for row in rows:
        row.sort(key=lambda word: word.x0)
    return sorted(rows, key=lambda row: max(row, key=lambda word: word.size).baseline)


def _same_row(row: list[Word], anchor: Word, word: Word) -> bool:
    """Whether a word stands on the row: baselines agree, or a raised small word lies inside it."""
    small, large = (anchor, word) if anchor.size <= word.size else (word, anchor)
    shift = abs(anchor.baseline - word.baseline)
    if shift > 0.55 * large.size:
        return False
    apart = word.x0 - anchor.x1 > WIDE_GAP * large.size or anchor.x0 - word.x1 > WIDE_GAP * large.size
    if shift <= (0.3 if apart else 0.2) * small.size:
        return True
    if small.size >= 0.85 * large.size or len(small.text) > 4:
        return False
    if small.baseline - large.baseline > 0.3 * large.size:
        return False  # the line below a name set large
    gaps = [max(word.x0 - other.x1, other.x0 - word.x1) for other in row]
    return -0.2 * large.size < min(gaps, key=abs) < 0.5 * large.size


def fragments_of(row: list[Word]) -> list[Fragment]:
    """A row cut at its wide gaps; a bullet stays with the words after it."""
    runs = [[row[0]]]
    right = row[0].x1
    for word in row[1:]:
        last = runs[-1]
        gap = word.x0 - right
        size = min(max(word.size, 4.0), max(last[-1].size, 4.0))
        bullet = len(last) == 1 and BULLET.match(last[0].text) and gap < 4 * size
        if word.cut or (gap > WIDE_GAP * size and not bullet):
            runs.append([word])
            right = word.x1
        else:
            last.append(word)
            right = max(right, word.x1)
    return [Fragment(run) for run in runs]


def most_at_one_place(edges: Sequence[float], within: float) -> tuple[float, int]:
    """The first edge that has the most of all edges no farther from it than ``within``, and how many those are."""
    ordered = sorted(edges)
    counts = [bisect_right(ordered, edge + within) - bisect_left(ordered, edge - within) for edge in edges]
    count = max(counts)
    return edges[counts.index(count)], count
