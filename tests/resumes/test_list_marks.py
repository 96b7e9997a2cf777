"""List marks that a browser draws as discs are bullets in the text; ratings and timelines are not."""

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.resumes.reading import line_texts, read


def page(*discs):
    """Two lines at x 100 and discs of (x, y from the top, radius)."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(100, A4[1] - 100, "Built the billing platform that serves two million people")
    canvas.drawString(100, A4[1] - 115, "Wrote the on-call handbook")
    for x, y, radius in discs:
        canvas.circle(x, A4[1] - y, radius, stroke=0, fill=1)
    canvas.save()
    return out.getvalue()


def bulleted(content):
    return [line.startswith("• ") for line in line_texts(read(content))]


def test_a_small_disc_before_a_line_is_a_bullet():
    document = read(page((90, 97, 1.5), (90, 112, 1.5)))
    assert line_texts(document)[1] == "• Wrote the on-call handbook"
    assert document.lines[1].x0 < 92


@pytest.mark.parametrize(
    "discs",
    [
        [(88, 97, 4.5)],  # a station of a timeline
        [(80, 97, 1.5), (86, 97, 1.5), (92, 97, 1.5)],  # a rating
        [(60, 97, 1.5)],  # too far away
        [(260, 112, 1.5)],  # after the line
    ],
)
def test_other_dots_are_none(discs):
    assert bulleted(page(*discs)) == [False, False]
