"""A job's page says when its scores were made before the ranking in use, scores again, and shows how places moved."""

import pytest
from django.urls import reverse

from analyses.models import Analysis
from analyses.moves import moves_by_version, stale_counts
from analyses.ranking import ranking
from analyses.services import request_analysis
from jobs.services import create_job
from resumes.models import Resume
from resumes.services import add_resume
from tests.atsproject.page_data import JOB, a_pdf
from vectors.adapted import activate_model
from vectors.models import EmbeddingModel
from vectors.services import active_model

pytestmark = pytest.mark.django_db
SCORES = {"Ada Example": 80.0, "Bea Example": 70.0, "Cid Example": 60.0}
SAID = "3 candidates were scored before the"


@pytest.fixture
def site(administrator, page_as):
    return page_as(administrator)


@pytest.fixture
def job(recruiter):
    made = create_job(job_description=JOB, by=recruiter)
    for name, score in SCORES.items():
        resume = add_resume(file=a_pdf(name), filename=f"{name}.pdf", by=recruiter).resume
        found = request_analysis(job=made, resume=resume, by=recruiter)
        Analysis.objects.filter(pk=found.pk).update(overall_score=score)
    return made


def adapted() -> EmbeddingModel:
    base = active_model()
    model = EmbeddingModel.objects.create(key="adapted", dimension=base.dimension, base=base, fit={"weight": 0.5})
    activate_model(model)
    return model


def scored_again(job, model, *scores):
    rows = Analysis.objects.filter(job=job).order_by("candidate_name")
    for number, (row, score) in enumerate(zip(rows, scores, strict=True)):
        row.pk, row.overall_score, row.embedding_model = f"{number:012x}", score, model
        row.save(force_insert=True)


def page(site, job, name="job"):
    return site.get(reverse(name, args=[job.pk])).content.decode()


def test_scores_of_before_are_told_apart(site, job):
    assert SAID not in page(site, job)
    model = adapted()
    assert stale_counts(job) == {"all": 3, "model": 3}
    assert SAID in page(site, job)
    assert "Analyse 3 again" in page(site, job)
    scored_again(job, model, 10, 90, 50)
    assert stale_counts(job) == {"all": 0, "model": 0}
    assert SAID not in page(site, job)
    # Taken back, the scores of before hold again and nothing is to be done.
    activate_model(EmbeddingModel.objects.get(adapted=model))
    assert stale_counts(job)["all"] == 0


def test_places_that_moved_by_what_was_learned_are_shown(site, job):
    model = adapted()
    assert all(found.places is None for found in moves_by_version(job))
    scored_again(job, model, 10, 90, 50)
    moved = {found.candidate_name: found.places for found in moves_by_version(job)}
    assert moved == {"Ada Example": -2, "Bea Example": 1, "Cid Example": 1}
    assert "down 2" in page(site, job, "job-moves")


def test_who_came_later_pushes_nobody_down(site, job):
    scored_again(job, adapted(), 90, 10, 50)
    moved = [found.places for found in moves_by_version(job)]
    newcomer = ranking(job=job)[0]
    newcomer.resume = Resume.objects.create(resume_id="resume_dee000000000", candidate_name="Dee Example")
    newcomer.pk, newcomer.candidate_name, newcomer.overall_score = "dee", "Dee Example", 99
    newcomer.save(force_insert=True)
    assert ranking(job=job)[0].candidate_name == "Dee Example"
    assert [found.places for found in moves_by_version(job)] == moved
