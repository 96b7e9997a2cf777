import io

import pytest

from analyses.services import request_analysis
from jobs.services import create_job
from resumes.services import add_resume
from tests.flows.documents import COOK, DEVELOPER, JOB_DESCRIPTION, pdf


class Upload(io.BytesIO):
    """A PDF made of lines, as a service takes it."""

    def __init__(self, lines):
        super().__init__(pdf(lines))


@pytest.fixture
def vacancy(recruiter):
    return create_job(job_description=JOB_DESCRIPTION, by=recruiter)


@pytest.fixture
def store(recruiter):
    def put(lines, filename="cv.pdf"):
        return add_resume(file=Upload(lines), filename=filename, by=recruiter).resume

    return put


@pytest.fixture
def developer(store):
    return store(DEVELOPER, "dana.pdf")


@pytest.fixture
def cook(store):
    return store(COOK, "marco.pdf")


@pytest.fixture
def analysis(vacancy, developer, recruiter):
    return request_analysis(job=vacancy, resume=developer, by=recruiter)
