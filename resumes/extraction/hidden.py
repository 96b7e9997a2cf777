"""Which characters of a page nobody who looks at it can see.

The page is drawn twice: as it is, and without its text. Where the two pictures are alike, the
characters that the file places there are not seen, whatever the trick: painted over, clipped,
transparent, in a layer that is off, the colour of the paper. What a picture does not tell (colours
that differ, but too little; letters too small to read) is read from the text's own properties.

Characters are marked in place (``Glyph.hidden``); nothing is removed here.
"""

import ctypes
import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from operator import sub
from typing import Any

import pypdfium2.raw as pdfium

from resumes.extraction.characters import Colour, Glyph, PageText, Style
from resumes.extraction.far_paths import take_off_far_paths
from resumes.extraction.letter_shapes import mark_misnamed
from resumes.extraction.overlaid import MAX_STACKED, mark_if_covered, stacked
from resumes.extraction.pictures import LEAST_PIXELS, WHITE, Look, Pictures, peak, pixels_of
from resumes.extraction.same_shapes import mark_same_shapes

MODE_NEITHER, MODE_CLIP_ONLY = 3, 7
STROKING_MODES = (1, 2, 5, 6)
FILLING_MODES = (0, 2, 4, 6)
MIN_SIZE = 4.0  # points: the smallest print of a resume is 6
MIN_ADVANCE = 0.14  # of the size: letters set closer than this lie on each other
CROWD = 5  # letters on the place of one
MIN_CONTRAST = 1.35  # WCAG contrast ratio; #DDDDDD on white has 1.36
LONE = 3  # fewer unseen letters than this amid seen ones of one object are noise
SLIVER = 0.35  # of the height of a line's letters: what is left of one that cannot be read
LATIN = 0x24F  # the last letter of Latin Extended-B


def mark_hidden(page: Any, content: PageText) -> None:
    """Mark every character of ``content`` that a reader of the page cannot see."""
    glyphs = [glyph for glyph in content.glyphs if glyph is not None]
    if not glyphs:
        return
    by_object: dict[int, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        by_object[glyph.style.key].append(glyph)
    for run in by_object.values():
        _by_properties(run, content)
    mark_misnamed(by_object.values())
    styles = [run[0].style for run in by_object.values()]
    take_off_far_paths(page, by_object.values())
    pictures = Pictures(page, content, styles)
    mark_same_shapes(by_object.values(), pictures)
    for run in by_object.values():
        _by_ink(run, pictures)
    for run in stacked(by_object)[:MAX_STACKED]:
        mark_if_covered(page, run, pictures)
    for run in by_object.values():
        _settle(run)


# --- what the text itself says ----------------------------------------------------------------


def _by_properties(run: list[Glyph], content: PageText) -> None:
    style = run[0].style
    reason = ""
    if style.mode in (MODE_NEITHER, MODE_CLIP_ONLY):
        reason = "invisible"
    elif style.size < MIN_SIZE * _paper(content) or style.squeeze < 0.15:
        reason = "tiny"
    elif _painted_alpha(style) < 0.06:
        reason = "transparent"
    for glyph in run if reason else _off_page(run, content):
        glyph.hidden = reason or "off_page"
    if not reason:
        _mark_crowded(run)


def _paper(content: PageText) -> float:
    """How much larger than a usual sheet the page is: a poster is read from further away."""
    return max(1.0, math.hypot(content.width, content.height) / 1500)


def _painted_alpha(style: Style) -> float:
    alphas = []
    if style.mode in FILLING_MODES and style.fill is not None:
        alphas.append(style.fill[3])
    if style.mode in STROKING_MODES and style.stroke is not None:
        alphas.append(style.stroke[3])
    return max(alphas, default=255) / 255


def _off_page(run: list[Glyph], content: PageText) -> list[Glyph]:
    """The glyphs whose middle lies outside the page."""
    right, low = 2 * content.width, 2 * content.height
    return [glyph for glyph in run if not (0 <= glyph.x0 + glyph.x1 <= right and 0 <= glyph.y0 + glyph.y1 <= low)]


def _mark_crowded(run: list[Glyph]) -> None:
    """Five or more letters on the place of one: a glyph that spells a sentence, or text squeezed to a line."""
    reach = MIN_ADVANCE * max(run[0].style.size, 1.0)
    near = [abs(g.x0 - b.x0) < reach and abs(g.y0 - b.y0) + abs(g.x0 - b.x0) < reach for b, g in pairwise(run)]
    start = 0
    for crowded, group in groupby(near):
        end = start + len(list(group))
        if crowded and end - start >= CROWD - 1:
            for glyph in run[start : end + 1]:
                glyph.hidden = glyph.hidden or "tiny"
        start = end


# --- what the pictures say --------------------------------------------------------------------


def _by_ink(run: list[Glyph], pictures: Pictures) -> None:
    """Mark the letters of one object that leave no trace, or too faint a one."""
    letters = [glyph for glyph in run if not glyph.hidden and glyph.char.isalnum()]
    unseen = _without_ink(letters, pictures, pictures.glance) if letters else []
    if unseen and not _are_strays(unseen, run):
        unseen = _without_ink(letters, pictures, pictures.sight)
    faint = _low_contrast(run, pictures)
    if faint:
        for glyph in run:
            glyph.hidden = glyph.hidden or faint
        return
    for glyph in unseen:
        if _has_shape(glyph):
            glyph.hidden = _why_unseen(glyph)


def _are_strays(unseen: list[Glyph], run: list[Glyph]) -> bool:
    """Whether these are letters here and there that ``_settle`` would not believe to be hidden anyway."""
    if any(glyph.hidden for glyph in run):
        return False
    missed = {id(glyph) for glyph in unseen}
    groups = [(away, len(list(group))) for away, group in groupby(id(g) in missed for g in run if g.char.isalnum())]
    return len(groups) > 1 and max(length for away, length in groups if away) < LONE and 2 * len(missed) < len(run)


def _without_ink(letters: list[Glyph], pictures: Pictures, look: Look) -> list[Glyph]:
    """The letters in whose boxes nothing differs; a line is looked at as a whole first, which is quicker."""
    scale = pictures.scale
    width, height = pictures.size
    x0s, y0s, x1s, y1s = zip(*[glyph.ink for glyph in letters], strict=True)
    left, top = math.floor(min(x0s) * scale), math.floor(min(y0s) * scale)
    right, bottom = math.ceil(max(x1s) * scale), math.ceil(max(y1s) * scale)
    heights = list(map(sub, y1s, y0s))
    shaped = min(map(sub, x1s, x0s)) * scale > LEAST_PIXELS and min(heights) * scale > LEAST_PIXELS
    inside = left >= 0 and top >= 0 and right <= width and bottom <= height
    if not shaped or not inside or bottom - top > 2 * max(heights) * scale:
        return _each_without_ink(letters, pictures, look)
    across, down = look.traces.crop((left, top, right, bottom)).getprojection()
    if len(letters) >= LONE and sum(down) < SLIVER * (bottom - top):
        return letters
    columns = bytes(across)
    return [
        glyph
        for glyph, x0, x1 in zip(letters, x0s, x1s, strict=True)
        if columns.find(1, int(x0 * scale) - left, math.ceil(x1 * scale) - left) < 0
    ]


def _each_without_ink(letters: list[Glyph], pictures: Pictures, look: Look) -> list[Glyph]:
    found = []
    for glyph in letters:
        # An empty shape has no box of its own; its place on the line is looked at instead.
        box = pixels_of(glyph.ink, pictures) or pixels_of((glyph.x0, glyph.y0, glyph.x1, glyph.y1), pictures)
        if box is not None and not peak(look.traces, box):
            found.append(glyph)
    return found


def _low_contrast(run: list[Glyph], pictures: Pictures) -> str:
    """The reason when the object's colours hardly differ from what lies under it."""
    style = run[0].style
    paints = []
    if style.mode in FILLING_MODES and style.fill is not None:
        paints.append(style.fill)
    if style.mode in STROKING_MODES and style.stroke is not None:
        paints.append(style.stroke)
    if pictures.plain:
        grounds = {WHITE}
    else:
        grounds = {ground for glyph in _samples(run) if (ground := _ground(glyph, pictures)) is not None}
    if not paints or not grounds:
        return ""
    best = max(_contrast(paint, ground) for paint in paints for ground in grounds)
    if best >= MIN_CONTRAST:
        return ""
    return "transparent" if all(paint[3] < 128 for paint in paints) else "low_contrast"


def _samples(run: list[Glyph]) -> list[Glyph]:
    """A few letters spread over the object."""
    letters = [glyph for glyph in run if glyph.char.isalnum()] or run
    return letters[:: max(1, len(letters) // 6)]


def _ground(glyph: Glyph, pictures: Pictures) -> tuple[int, int, int] | None:
    box = pixels_of((glyph.x0, glyph.y0, glyph.x1, glyph.y1), pictures)
    if box is None:
        return None
    left, top, right, bottom = box[0], box[1], box[2] - 1, box[3] - 1
    places = ((left, top), (right, top), (left, bottom), (right, bottom), ((left + right) // 2, (top + bottom) // 2))
    colours = [pictures.ground(*place) for place in places]
    red, green, blue = (sum(colour[channel] for colour in colours) // len(places) for channel in range(3))
    return red, green, blue


def _over(paint: Colour, ground: tuple[int, int, int]) -> tuple[float, float, float]:
    alpha = paint[3] / 255
    red, green, blue = (paint[i] * alpha + ground[i] * (1 - alpha) for i in range(3))
    return red, green, blue


@lru_cache(maxsize=4096)
def _contrast(paint: Colour, ground: tuple[int, int, int]) -> float:
    """The contrast ratio of WCAG 2 of a paint with what lies under it: 1 for equal colours, 21 for black on white."""
    high, low = sorted((_luminance(_over(paint, ground)), _luminance(ground)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: Sequence[float]) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (c / 255 for c in colour)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _has_shape(glyph: Glyph) -> bool:
    """Whether this machine can be expected to draw the letter.

    A font that is not in the file is replaced by one that may lack other scripts (Chinese, mostly):
    the picture says nothing then. For Latin letters there is always a replacement.
    """
    if ord(glyph.char) <= LATIN:
        return True
    font = pdfium.FPDFTextObj_GetFont(glyph.style.handle)
    return bool(font) and pdfium.FPDFFont_GetIsEmbedded(font) == 1


def _why_unseen(glyph: Glyph) -> str:
    handle = glyph.style.handle
    if any(name == "OC" for name in _marks(handle)):
        return "layer_off"
    clip = pdfium.FPDFPageObj_GetClipPath(handle)
    return "clipped" if clip and pdfium.FPDFClipPath_CountPaths(clip) > 0 else "covered"


def _marks(handle: Any) -> Iterator[str]:
    for index in range(max(0, pdfium.FPDFPageObj_CountMarks(handle))):
        buffer = (ctypes.c_ushort * 64)()
        length = ctypes.c_ulong()
        mark = pdfium.FPDFPageObj_GetMark(handle, index)
        if pdfium.FPDFPageObjMark_GetName(mark, buffer, 128, length):
            yield bytes(buffer)[: max(0, length.value - 2)].decode("utf-16-le", "replace")


# --- one verdict for neighbours ---------------------------------------------------------------


def _settle(run: list[Glyph]) -> None:
    """Give punctuation the fate of the letters beside it, and ignore a lone unseen letter amid seen ones."""
    if not any(glyph.hidden for glyph in run):
        return
    letters = [glyph for glyph in run if glyph.char.isalnum()]
    if letters and all(glyph.hidden for glyph in letters):
        for glyph in run:
            glyph.hidden = glyph.hidden or letters[0].hidden
        return
    mostly_hidden = sum(bool(glyph.hidden) for glyph in letters) > 0.7 * len(letters)
    start = 0
    for index in range(1, len(letters) + 1):
        if index < len(letters) and bool(letters[index].hidden) == bool(letters[start].hidden):
            continue
        if index - start < LONE:
            _follow(letters[start:index], letters[start - 1].hidden if start else "", mostly_hidden)
        start = index
    fate = ""
    for glyph in run:
        if glyph.char.isalnum():
            fate = glyph.hidden
        else:
            glyph.hidden = glyph.hidden or fate


def _follow(few: list[Glyph], before: str, mostly_hidden: bool) -> None:
    """Let a letter or two share the fate of their object, unless their own place or size decides."""
    for glyph in few:
        if mostly_hidden:
            glyph.hidden = glyph.hidden or before or "covered"
        elif glyph.hidden not in ("tiny", "off_page"):
            glyph.hidden = ""
