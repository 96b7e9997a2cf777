"""The first page says what waits for somebody, and each of its numbers leads to the rows behind it."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape

from analyses.models import Analysis
from analyses.services import decide, request_analysis
from atsproject.counts import attention, counts, distributions
from atsproject.preferences import save_preference
from feedback.models import TrainingRun
from feedback.services import submit_feedback
from resumes.models import Resume
from resumes.services import add_resume
from tests.atsproject.page_data import a_pdf, filled_job
from vectors.adapted import activate_model
from vectors.models import EmbeddingModel
from vectors.services import active_model

pytestmark = pytest.mark.django_db


def rate(user: User, analysis: Analysis, rating: int, number: int) -> None:
    body = {"query": "How good?", "response": "Good", "kind": "analysis", "analysis_id": analysis.pk}
    submit_feedback(by=user, interaction_id=f"rating-{number}", rating=rating, **body)


def test_a_decision_moves_an_analysis_from_undecided_to_unrated(recruiter):
    _, analysis = filled_job(recruiter)
    assert (attention()["to_decide"], attention()["due"]) == (1, 0)
    decide(analysis=analysis, decision="shortlisted", by=recruiter)
    assert (attention()["to_decide"], attention()["due"]) == (0, 1)
    rate(recruiter, analysis, 4, 1)
    assert attention()["due"] == 0


@pytest.mark.parametrize(("second", "contested"), [(4, 0), (3, 2)])
def test_ratings_two_stars_apart_are_contested(recruiter, other_recruiter, second, contested):
    _, analysis = filled_job(recruiter)
    rate(recruiter, analysis, 5, 1)
    rate(other_recruiter, analysis, second, 2)
    assert attention()["contested"] == contested


def test_what_went_wrong_is_listed_with_its_reason(pages, recruiter):
    _, analysis = filled_job(recruiter)
    Analysis.objects.filter(pk=analysis.pk).update(status="failed", error="The model was gone.", result=None)
    add_resume(file=a_pdf("broken", broken=True), filename="broken.pdf", by=recruiter)
    page = pages.get(reverse("home")).content.decode()
    assert "The model was gone." in page
    assert Resume.objects.get(status="unreadable").error in page


def test_distributions_count_what_the_linked_lists_show(pages, recruiter):
    _, analysis = filled_job(recruiter)
    rate(recruiter, analysis, 4, 1)
    found = distributions(analysis.created_at)
    assert found["rating"] == {"4": 1}
    assert found["day"] == {analysis.created_at.date().isoformat(): 1}
    band = int((analysis.overall_score or 0) // 10)
    assert found["score"] == {str(min(band, 9)): 1}
    home = pages.get(reverse("home")).content.decode()
    inside = f"?status=done&amp;min_score={band * 10}"
    assert inside in home
    assert analysis.pk in pages.get(f"{reverse('analyses')}?status=done&min_score={band * 10}").content.decode()
    assert analysis.pk not in pages.get(f"{reverse('analyses')}?below_score={band * 10}").content.decode()


def test_a_full_score_lies_in_the_highest_band(recruiter):
    _, analysis = filled_job(recruiter)
    Analysis.objects.filter(pk=analysis.pk).update(overall_score=100)
    assert distributions(analysis.created_at)["score"] == {"9": 1}


def test_counts_are_of_what_there_is(recruiter):
    _, analysis = filled_job(recruiter)
    rate(recruiter, analysis, 4, 1)
    found = counts()
    assert found["jobs"] == (1, 1, 0)
    assert found["feedback"] == (1, 1, 4)
    assert found["files"][0] == Resume.objects.get().file_size
    assert counts()["embeddings"][0] > 0


@pytest.mark.parametrize("asked", ["?min_score=x", "?day=yesterday", "?status=odd", "?job=none", "?waiting=what"])
def test_an_odd_filter_breaks_nothing(pages, recruiter, asked):
    filled_job(recruiter)
    assert pages.get(reverse("analyses") + asked).status_code == 200


def test_a_day_of_the_chart_is_a_day_where_the_user_is(pages, recruiter):
    """At 20:05 in Greenwich it is the next day in Tokyo: bar, link and list agree on it."""
    _, analysis = filled_job(recruiter)
    moment = timezone.now().replace(hour=20, minute=5) - timedelta(days=3)
    Analysis.objects.filter(pk=analysis.pk).update(created_at=moment)
    for place, day in (("Asia/Tokyo", moment + timedelta(days=1)), ("America/Lima", moment)):
        pages.cookies["zone"] = place
        link = f"{reverse('analyses')}?status=done&amp;day={day:%Y-%m-%d}"
        assert link in pages.get(reverse("home")).content.decode()
        shown = pages.get(reverse("analyses"), {"status": "done", "day": f"{day:%Y-%m-%d}"}).content.decode()
        assert analysis.pk in shown
        assert f"on {day.day} {day:%B %Y}" in shown
    save_preference(by=recruiter, time_zone="Asia/Tokyo")  # what was chosen holds over what the browser says
    assert analysis.pk not in pages.get(reverse("analyses"), {"day": f"{moment:%Y-%m-%d}"}).content.decode()
    pages.cookies["zone"] = "Mars/Base"
    assert pages.get(reverse("home")).status_code == 200


def test_who_has_no_name_is_called_by_the_file_unless_hidden(pages, recruiter):
    job, analysis = filled_job(recruiter)
    Analysis.objects.filter(pk=analysis.pk).update(candidate_name="")
    Resume.objects.update(candidate_name="", original_filename="cv-final.pdf")
    addresses = [reverse("home"), reverse("analyses"), reverse("job", args=[job.pk])]
    addresses += [reverse("analysis", args=[analysis.pk]), f"{reverse('library-matches', args=[job.pk])}?found=1"]
    addresses += [f"{reverse('compare-candidates', args=[job.pk])}?analysis={analysis.pk}"]
    for address in addresses:
        assert "cv-final.pdf" in pages.get(address).content.decode(), address
    save_preference(by=recruiter, blind=True)
    for address in addresses:
        assert "cv-final.pdf" not in pages.get(address).content.decode(), address


def test_a_file_that_went_wrong_is_named_once(pages, recruiter):
    """Handed in for a job, what could not be read is a resume and a failed analysis."""
    _, analysis = filled_job(recruiter)
    add_resume(file=a_pdf("scan-of-cv", broken=True), filename="scan-of-cv.pdf", by=recruiter)
    broken = Resume.objects.get(status="unreadable")
    Analysis.objects.filter(pk=analysis.pk).update(
        status="failed", error=broken.error, candidate_name="", result=None, resume=broken
    )
    assert pages.get(reverse("home")).content.decode().count("scan-of-cv.pdf") == 1


def test_a_candidate_who_was_judged_twice_is_one_application(pages, recruiter):
    job, analysis = filled_job(recruiter)
    assert analysis.resume is not None
    request_analysis(resume=analysis.resume, job=job, by=recruiter, rerun=True)
    assert Analysis.objects.filter(job=job, status="done").count() == 2
    page = pages.get(reverse("home")).content.decode()
    assert f'aria-label="1 candidate for {escape(str(job))}"' in page


def test_it_says_how_far_the_ranking_is_from_learning(pages, recruiter):
    _, analysis = filled_job(recruiter)
    assert "0 of the 100 rated candidates" in pages.get(reverse("home")).content.decode()
    decide(analysis=analysis, decision="shortlisted", by=recruiter)
    assert "1 of the 100 rated candidates" in pages.get(reverse("home")).content.decode()


def test_it_says_what_the_ratings_changed(pages, recruiter):
    base = active_model()
    adapted = EmbeddingModel.objects.create(key="adapted", dimension=base.dimension, base=base)
    measures = {
        "well_rated_in_5": {"jobs": 12, "in_use": 2.1, "adapter": 2.84},
        "ndcg_at_5": {"jobs": 12, "jobs_better": 9, "jobs_worse": 1},
    }
    done = {"task": "embed", "status": "done", "finished_at": timezone.now(), "adapter_sha256": "a" * 64}
    TrainingRun.objects.create(embedding_model=adapted, evaluation={"measures": measures}, **done)
    assert "of the 100 rated candidates" in pages.get(reverse("home")).content.decode()
    activate_model(adapted)
    page = pages.get(reverse("home")).content.decode()
    assert "2.8 of the first five" in page
    assert "it was 2.1" in page
    assert "9 lists became better, 1 worse" in page
