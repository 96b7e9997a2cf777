"""What is said of whose files are whose shows nobody who a hidden candidate is."""

import pytest

from analyses.services import decide, request_analysis
from resumes.models import Resume
from resumes.persons import link_person
from resumes.same_person import not_same_person
from tests.atsproject.blind_data import FILE, NAME, blind_job, her_resume
from tests.resumes.test_persons import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def versions(recruiter):
    """Her hidden resume, and an older file of hers that no job has seen."""
    other = her_resume(recruiter, "Hobbies: kites")
    _, analysis = blind_job(recruiter)
    hidden = Resume.objects.get(pk=analysis.resume_id)
    assert hidden.person_id == Resume.objects.get(pk=other.pk).person_id
    return hidden, other


def test_a_version_is_not_taken_apart_while_it_would_show_who_the_candidate_is(versions, api, pages):
    hidden, other = versions
    answer = api.post(f"/api/resumes/{hidden.pk}/same-person", {"other": other.pk, "same": False}, format="json")
    assert (answer.status_code, answer.json()["code"]) == (403, "blind")
    pages.post(f"/resumes/{hidden.pk}/act/", {"do": "not-same-person", "other": other.pk})
    hidden.refresh_from_db()
    other.refresh_from_db()
    assert hidden.person_id == other.person_id
    assert "Not the same person" not in pages.get(f"/resumes/{hidden.pk}/").content.decode()
    assert NAME not in pages.get(f"/resumes/{other.pk}/").content.decode()


def test_a_decision_on_somebody_else_does_not_end_it(recruiter, api):
    job, analysis = blind_job(recruiter)
    stranger = make(1)
    link_person(stranger)
    known = request_analysis(job=job, resume=stranger, by=recruiter)
    decide(analysis=known, decision="rejected", by=recruiter)
    address = f"/api/resumes/{analysis.resume_id}/same-person"
    assert api.post(address, {"other": stranger.pk, "same": True}, format="json").status_code == 403
    assert NAME not in str(api.get(f"/api/resumes/{analysis.resume_id}").json())


def test_a_file_that_was_taken_apart_before_is_not_named_beside_the_hidden_one(recruiter, api, pages):
    other = her_resume(recruiter, "Hobbies: kites")
    hers = her_resume(recruiter)
    not_same_person(resume=hers, other=other, by=recruiter)
    blind_job(recruiter, hers)
    assert FILE not in pages.get(f"/resumes/{hers.pk}/").content.decode()
    assert api.get(f"/api/resumes/{hers.pk}").json()["kept_apart"] == []
