"""A page of a PDF as it looks, with the places of quotes on it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from atsproject.pages.bars import bars_of_page
from atsproject.pages.blind import cover, resume_is_masked
from atsproject.pages.glyph_widths import relative_width
from atsproject.pages.line_boxes import length_of, part_of
from resumes.document import Line, lines_from_json
from resumes.extraction import ExtractionError, page_sizes, render_page
from resumes.models import Resume
from resumes.page_cache import keep, kept
from resumes.reading import local_copy

SCALE = 1.6  # pixels a point: sharp at the width it is shown
ROOM = 1.0  # points of a mark around its words


def page_image(request: HttpRequest, resume_id: str, number: int) -> HttpResponse:
    """Page ``number`` (from 1) as PNG, drawn in the sandbox and cached; of a hidden candidate with bars over them."""
    resume = get_object_or_404(Resume, pk=resume_id)
    masked = resume_is_masked(request, resume)
    mask = cover(request).mask(resume.pk) if masked else None
    bars = bars_of_page(resume, mask, number) if mask else None
    if not resume.file or not 1 <= number <= max(resume.page_count, 1) or (mask and bars is None):
        raise Http404
    # A barred page is drawn each time: what is barred changes with decisions and with how the resume is read.
    picture = None if mask else kept(resume.sha256, number)
    if picture is None:
        try:
            with local_copy(resume) as path:
                picture = render_page(path, page=number, scale=SCALE, covered=bars)
        except (ExtractionError, FileNotFoundError) as error:
            raise Http404 from error
        if mask is None:
            keep(resume.sha256, number, picture)
    response = HttpResponse(picture, content_type="image/png")
    response["Cache-Control"] = "private, no-store" if mask else "private, max-age=3600"
    return response


def marked_pages(resume: Resume, result: Mapping[str, Any], text: str = "") -> list[dict[str, Any]]:
    """For each page: its size in points and the boxes of the quotes on it, each with its requirement's id (that of a
    component is :func:`component_id`).

    ``text`` is the resume's as it was read, where the row's was blackened: widths go by its letters.
    """
    if not resume.file:
        return []
    sizes = _sizes(resume)
    lines = lines_from_json(resume.lines)
    pages: list[dict[str, Any]] = [
        {"number": n, "width": round(w, 1), "height": round(h, 1), "boxes": []} for n, (w, h) in enumerate(sizes, 1)
    ]
    for key, name, evidence in _quoted(result):
        for place, item in enumerate(evidence):
            about = {"requirement": key, "quote": f"{key}-{place}", "text": name}
            for line in lines:
                box = _box(line, text or resume.text, int(item["start"]), int(item["end"]))
                if box and line.page <= len(pages):
                    pages[line.page - 1]["boxes"].append({**box, **about})
    return pages


def component_id(key: str) -> str:
    """What a component is called among the ids of requirements on the page."""
    return f"part-{key}"


def _quoted(result: Mapping[str, Any]) -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
    """Everything that quotes: its id on the page, its name, its evidence (none of components in results of older
    schemas). Components come first, so that the marks of requirements lie over theirs."""
    for part in result.get("components") or []:
        yield component_id(part["key"]), part.get("label") or part["key"], part.get("evidence") or []
    for row in result.get("requirements") or []:
        yield row["id"], row["text"], row.get("evidence") or []


def _sizes(resume: Resume) -> Sequence[tuple[float, float]]:
    found: list[tuple[float, float]] | None = kept(resume.sha256, "sizes")
    if found is None:
        try:
            with local_copy(resume) as path:
                found = page_sizes(path)
        except (ExtractionError, FileNotFoundError):
            found = []
        keep(resume.sha256, "sizes", found)
    return found


def _box(line: Line, text: str, start: int, end: int) -> dict[str, float] | None:
    """The part of a line's box that ``text[start:end]`` takes, by the relative widths of the line's letters."""
    first, last = max(start, line.start), min(end, line.end)
    if first >= last or length_of(line) <= 0:
        return None
    per = length_of(line) / max(1, relative_width(text[line.start : line.end]))
    begin = relative_width(text[line.start : first]) * per
    finish = begin + relative_width(text[first:last]) * per
    x0, y0, x1, y1 = part_of(line, begin, finish, along=ROOM, across=ROOM)
    return {"x": round(x0, 1), "y": round(y0, 1), "width": round(x1 - x0, 1), "height": round(y1 - y0, 1)}


def numbered(request: HttpRequest, resume_id: str, number: str) -> HttpResponse:
    """The address gives the number as text."""
    return page_image(request, resume_id, int(number[:6]))
