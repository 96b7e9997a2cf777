"""PDFs of people who do not exist, made on the spot."""

import io
from collections.abc import Sequence

from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

JOB_DESCRIPTION = """Senior Python Developer
Acme Robotics is looking for a Senior Python Developer to build the software behind our warehouse robots.

Requirements
- At least 5 years of professional experience with Python
- Strong knowledge of Django and REST APIs
- Experience with PostgreSQL
- Bachelor's degree in Computer Science or a related field

Nice to have
- Docker and Kubernetes
- Fluent German
"""

DEVELOPER = (
    "Dana Lindqvist",
    "dana.lindqvist@example.org | +46 70 123 45 67",
    "",
    "SUMMARY",
    "Backend developer who builds Python services with Django and PostgreSQL.",
    "",
    "EXPERIENCE",
    "Senior Backend Developer, Nordic Freight AB",
    "January 2018 - Present",
    "- Built REST APIs in Python and Django used by 300 warehouses",
    "- Moved the order store to PostgreSQL and cut query times by half",
    "- Packaged every service with Docker",
    "Python Developer, Lakeside Software",
    "March 2014 - December 2017",
    "- Wrote data imports in Python and maintained a Django site",
    "",
    "EDUCATION",
    "Bachelor of Science in Computer Science, Uppsala University",
    "2010 - 2014",
    "",
    "SKILLS",
    "Python, Django, PostgreSQL, Docker, Git",
)

COOK = (
    "Marco Bellini",
    "marco.bellini@example.net | +39 055 123 4567",
    "",
    "EXPERIENCE",
    "Head Chef, Trattoria del Ponte",
    "May 2015 - Present",
    "- Led a kitchen of nine and wrote the seasonal menu",
    "- Kept food cost under 28 percent",
    "",
    "EDUCATION",
    "Diploma, Istituto Alberghiero Firenze",
    "2008 - 2011",
    "",
    "SKILLS",
    "Menu planning, food safety, inventory",
)


def pdf(lines: Sequence[str], *, pages: int = 1) -> bytes:
    """A PDF with the lines spread over ``pages`` pages, the same bytes each time."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    each = -(-len(lines) // pages) or 1
    for page in range(pages):
        text = canvas.beginText(60, 780)
        text.setFont("Helvetica", 11)
        for line in lines[page * each : (page + 1) * each]:
            text.textLine(line)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def developer(name: str = "Dana Lindqvist") -> bytes:
    """A developer's two-page resume; another name makes another document."""
    handle = name.lower().replace(" ", ".")
    return pdf((name, f"{handle}@example.org | +46 70 123 45 67", *DEVELOPER[2:]), pages=2)


def cook() -> bytes:
    """A resume that fits no software job."""
    return pdf(COOK)


def blank() -> bytes:
    """A valid PDF without a word on it."""
    return pdf([])


def encrypted() -> bytes:
    """A PDF that opens with a password only."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(DEVELOPER))))
    writer.encrypt("secret", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def broken() -> bytes:
    """Begins as a PDF and is none after that."""
    return b"%PDF-1.7\n" + b"\x00\xff garbage " * 200


def upload(data: bytes, name: str = "resume.pdf") -> dict[str, tuple[str, bytes, str]]:
    """What httpx takes as ``files`` for the field ``file``."""
    return {"file": (name, data, "application/pdf")}
