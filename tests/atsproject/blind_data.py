"""A candidate whose name, address and the rest can be told from every other word, and a job that hides it."""

import re
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile

from analyses.models import Analysis
from analyses.services import request_analysis
from jobs.models import Job
from jobs.services import create_job, update_job
from resumes.models import Resume
from resumes.services import add_resume
from tests.atsproject.page_data import JOB

NAME = "Zephyrine Quillfeather"
FILE = "zq-curriculum.pdf"
LINES = (
    NAME,
    "Pronouns: she/her",
    "zephyrine.quillfeather@example.org | +1 202 555 0143",
    "14 Larkspur Lane, Northfield, OH 44067",
    "linkedin.com/in/zephyrine-quillfeather",
    "Summary",
    "Zephyrine builds order services; she led a team that trusted her.",
    "Experience",
    "Backend Developer, Corvane, Mar 2019 - Present",
    "- Built order services in Python and Django with PostgreSQL",
    "- Moved nightly jobs to Docker; in two months she saved two hours a day",
    "Education",
    "BSc Computer Science, Easton University, 2013 - 2016",
    "Skills",
    "Python, Django, PostgreSQL, Docker, Git",
)
# What must stand nowhere while she is hidden, in lower case.
SECRETS = (
    *("zephyrine", "quillfeather", "zq-curriculum", "example.org", "555 0143", "5550143", "larkspur", "44067"),
    *("she/her", "she led", "she saved", "trusted her", "2016"),
)


def her_pdf(*more: str) -> SimpleUploadedFile:
    """Her resume; further lines make it another version of it."""
    from reportlab.pdfgen.canvas import Canvas

    buffer = BytesIO()
    page = Canvas(buffer, invariant=1)
    bold = ("Summary", "Experience", "Education", "Skills", NAME)
    for number, line in enumerate((*LINES, *more)):
        page.setFont("Helvetica-Bold" if line in bold else "Helvetica", 16 if number == 0 else 11)
        page.drawString(60, 780 - 24 * number, line)
    page.save()
    return SimpleUploadedFile(FILE, buffer.getvalue(), content_type="application/pdf")


def her_resume(user, *more: str) -> Resume:
    return add_resume(file=her_pdf(*more), filename=FILE, by=user).resume


def blind_job(user, resume: Resume | None = None, *, title: str = "Backend Developer") -> tuple[Job, Analysis]:
    """A job in blind mode with her finished analysis."""
    job = create_job(job_description=JOB.replace("Backend Developer", title, 1), by=user)
    update_job(job=job, by=user, blind_mode=True)
    return job, request_analysis(job=job, resume=resume or her_resume(user), by=user)


def told(body: str) -> list[str]:
    """Which of her secrets a body tells. A number within a longer one, or within an id, tells none."""
    lowered = body.lower()
    whole = [rf"(?<![\da-f]){secret}(?![\da-f])" if secret.isdecimal() else re.escape(secret) for secret in SECRETS]
    return [secret for secret, pattern in zip(SECRETS, whole, strict=True) if re.search(pattern, lowered)]
