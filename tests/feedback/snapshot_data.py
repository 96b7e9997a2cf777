"""Feedback of several people on several jobs, for the tests of snapshots."""

from feedback.models import Feedback, Split
from feedback.services import submit_feedback
from tests.feedback.conftest import body, make_analysis, make_job, make_resume

PERSON = {
    "basics": {
        "name": "Zoë Quimby-Hart",
        "email": "zoe.hart@example.org",
        "phone": "+49 30 1234567",
        "url": "https://zoe.example.org",
        "location": {"address": "12 Example Lane", "postalCode": "10115"},
        "profiles": [{"network": "GitHub", "url": "github.com/zoehart"}],
    }
}
TEXT = (
    "Zoë Quimby-Hart\nzoe.hart@example.org | (030) 123 45 67 | +49 30 1234567"
    "\nhttps://zoe.example.org github.com/zoehart"
    "\n12 Example Lane, 10115 Berlin\nBorn 1990-01-02\nReferences: boss@example.com\n- Python since 2015"
)


def zoe():
    start = TEXT.index("1990-01-02")
    profile = {**PERSON, "personal_spans": [[start, start + 10, "birth date"]]}
    return make_resume("resume_2000000000aa", TEXT, candidate_name="Zoë Quimby-Hart", profile=profile)


def world(by, jobs=4, resumes=4):
    """Feedback on every pair of jobs and resumes: a corrected answer and a rated candidate each."""
    people = [
        make_resume(f"resume_{n:012x}", f"Person number{n}\n" + " ".join(f"skill{n}x{k}" for k in range(60)))
        for n in range(resumes)
    ]
    for number in range(jobs):
        job = make_job(f"{number:08x}", job_description=f"Wanted: an engineer of kind {number}")
        for at, resume in enumerate(people):
            analysis = make_analysis(job, resume, f"{number:06x}{at:06x}")
            rating = 1 + (number + at) % 5
            about = {"analysis_id": analysis.pk, "rating": rating}
            submit_feedback(
                by=by, **body(f"a-{number}-{at}", query=f"Q{number}.{at}?", ideal_response="Better words", **about)
            )
            submit_feedback(by=by, **body(f"f-{number}-{at}", kind="fit", **about))
    return Feedback.objects.current()


def place(jobs=None, resumes=None):
    """Put jobs and resumes into parts by hand."""
    for key, part in (jobs or {}).items():
        Split.objects.create(job_id=key, part=part, reason="hash", salt="test")
    for key, part in (resumes or {}).items():
        Split.objects.create(resume_id=key, part=part, reason="hash", salt="test")
