"""A job with an analysed resume, made the way a user would."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile

from analyses.models import Analysis
from analyses.services import request_analysis
from jobs.models import Job
from jobs.services import create_job
from resumes.services import add_resume

LINES = (
    "{name}",
    "{address} | {phone} | Northfield",
    "Experience",
    "Backend Developer, Corvane, Mar 2018 - Present",
    "- Built order services in Python and Django with PostgreSQL",
    "- Moved nightly jobs to Docker, saving two hours a day",
    "Education",
    "BSc Computer Science, Easton University, 2017",
    "Skills",
    "Python, Django, PostgreSQL, Docker, Git",
)
JOB = """Backend Developer at Delmont
Requirements
- Must have: Python and Django
- At least 3 years of experience as backend developer
- Kafka
Nice to have
- Docker
"""


def a_pdf(name: str, *, broken: bool = False, phone: str = "+1 202 555 0143") -> SimpleUploadedFile:
    """A resume as an upload; ``broken`` is a PDF in nothing but its first bytes."""
    if broken:
        return SimpleUploadedFile(f"{name}.pdf", b"%PDF-1.7\nnothing else", content_type="application/pdf")
    from reportlab.pdfgen.canvas import Canvas

    buffer = BytesIO()
    page = Canvas(buffer, invariant=1)
    address = f"{name.lower().replace(' ', '.')}@example.org"
    for number, line in enumerate(LINES):
        page.setFont("Helvetica-Bold" if number in (0, 2, 6, 8) else "Helvetica", 16 if number == 0 else 11)
        page.drawString(60, 780 - 24 * number, line.format(name=name, address=address, phone=phone))
    page.save()
    return SimpleUploadedFile(f"{name}.pdf", buffer.getvalue(), content_type="application/pdf")


def filled_job(user) -> tuple[Job, Analysis]:
    """A job and the finished analysis of one candidate, Grace Example."""
    job = create_job(job_description=JOB, by=user)
    taken = add_resume(file=a_pdf("Grace Example"), filename="Grace Example.pdf", by=user)
    return job, request_analysis(job=job, resume=taken.resume, by=user)
