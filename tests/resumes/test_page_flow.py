"""A main column that goes on overleaf is not interrupted by the sidebar beside it."""

import io

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.resumes.reading import line_texts, read

MAIN = [f"Main line {n} says what was done in a job of that year" for n in range(40)]
SIDE = [f"Side {n} note" for n in range(12)]


def two_pages(main_x, side_x, *, side_on_second=False):
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for page in range(2):
        canvas.setFont("Helvetica", 10)
        for row in range(20):
            canvas.drawString(main_x, 760 - 15 * row, MAIN[20 * page + row])
            side = SIDE[6 * page : 6 * page + 6]
            if (page == 0 or side_on_second) and row < len(side):
                canvas.drawString(side_x, 757 - 17 * row, side[row])
        canvas.showPage()
    canvas.save()
    return line_texts(read(out.getvalue()))


def test_a_sidebar_at_the_right_comes_after_the_whole_main_column():
    assert two_pages(50, 400) == [*MAIN, *SIDE[:6]]


def test_sidebars_of_both_pages_follow_each_other():
    assert two_pages(50, 400, side_on_second=True) == [*MAIN, *SIDE]


def test_a_sidebar_at_the_left_stays_before_the_main_column():
    assert two_pages(200, 40) == [*SIDE[:6], *MAIN]
