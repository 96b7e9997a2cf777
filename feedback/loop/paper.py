"""Resumes of the synthetic world as PDFs, as they would arrive."""

from io import BytesIO

from feedback.loop.world import WorldResume

HEADINGS = {"Experience", "Education", "Skills", "Interests and activities"}
LEFT, TOP, WIDTH = 56, 790, 483


def resume_pdf(resume: WorldResume) -> bytes:
    """One page of A4 in one column; the same resume gives the same bytes."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.utils import simpleSplit
    from reportlab.pdfgen.canvas import Canvas

    buffer = BytesIO()
    page = Canvas(buffer, pagesize=A4, invariant=1)
    y = float(TOP)
    for number, line in enumerate(resume.lines):
        font, size = _style(number, line)
        if line in HEADINGS:
            y -= 8
        for part in simpleSplit(line, font, size, WIDTH):
            page.setFont(font, size)
            page.drawString(LEFT, y, part)
            y -= size * 1.4
    page.save()
    return buffer.getvalue()


def _style(number: int, line: str) -> tuple[str, int]:
    if number == 0:
        return "Helvetica-Bold", 18
    if line in HEADINGS:
        return "Helvetica-Bold", 12
    return "Helvetica", 10
