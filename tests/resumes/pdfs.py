"""Small PDFs made for tests: written by hand where the bytes matter, by reportlab where the look does."""

import io
import zlib

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
LINES = (
    "Ada Example",
    "ada@example.com  +44 20 7946 0018",
    "Experience",
    "Software Engineer, Acme Ltd, 2019 - 2022",
    "Built the payment service in Python and PostgreSQL.",
    "Education",
    "BSc Computer Science, University of Somewhere, 2018",
    "Skills",
    "Python, Django, PostgreSQL, Docker",
)


def resume_pdf(lines=LINES, *, title="resume"):
    """A plain one-page resume in one column."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.setTitle(title)
    y = 780
    for line in lines:
        canvas.setFont("Helvetica", 11)
        canvas.drawString(72, y, line)
        y -= 18
    canvas.save()
    return out.getvalue()


def objects_pdf(objects, *, trailer=b"", header=b"%PDF-1.7\n"):
    """A PDF from numbered object bodies, with a correct cross-reference table."""
    out = bytearray(header)
    offsets = {}
    for number, body in objects:
        offsets[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, size = len(out), max(offsets) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 n \n" % offsets.get(number, 0)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)
    return bytes(out)


def stream(data, entries=b"", *, deflate=False):
    """A stream object's body."""
    if deflate:
        data, entries = zlib.compress(data, 9), entries + b" /Filter /FlateDecode"
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def page_pdf(content, *, page=b"", resources=b"", catalog=b"", more=(), deflate=False, font=FONT, box=b"0 0 612 792"):
    """One page showing ``content`` (operators, or a whole stream object)."""
    body = content if content.startswith(b"<<") else stream(content, deflate=deflate)
    return objects_pdf(
        [
            (1, b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog),
            (2, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
            (
                3,
                b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Resources << /Font << /F1 5 0 R >> %s >> "
                b"/Contents 4 0 R %s >>" % (box, resources, page),
            ),
            (4, body),
            (5, font),
            *more,
        ]
    )
