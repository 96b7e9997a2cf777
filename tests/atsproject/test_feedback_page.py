"""The feedback explorer: filters, history, figures, and what is learned from."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from analyses.services import decide
from feedback.claims import judge_claim
from feedback.models import Feedback
from feedback.training.overview import training_overview
from tests.atsproject.page_data import filled_job

pytestmark = pytest.mark.django_db


@pytest.fixture
def analysis(recruiter):
    return filled_job(recruiter)[1]


def shown(pages, **asked) -> str:
    return str(pages.get(reverse("feedback"), asked).content.decode())


def test_filters_narrow_the_list(pages, analysis, recruiter):
    judge_claim(analysis=analysis, by=recruiter, about="analysis", rating=2, words="Too kind by half")
    judge_claim(analysis=analysis, by=recruiter, about="fit", rating=5, words="Just whom we seek")
    assert "Too kind" in shown(pages)
    assert "Too kind" not in shown(pages, min_rating="4")
    assert "Just whom" not in shown(pages, min_rating="4", kind="analysis")
    assert "Just whom" in shown(pages, job_id=analysis.job_id, since="2020-01-01", until="2199-12-31")
    assert "Nothing agrees with these filters" in shown(pages, until="2020-01-01")


@pytest.mark.parametrize("asked", [{"min_rating": "nine"}, {"kind": "weather"}, {"since": "yesterday"}])
def test_a_mistyped_filter_is_said_and_left_out(pages, analysis, recruiter, asked):
    judge_claim(analysis=analysis, by=recruiter, about="analysis", rating=2, words="Too kind by half")
    text = shown(pages, **asked)
    assert "Not filtered" in text
    assert "Too kind" in text


def test_a_row_shows_how_it_was_revised(pages, analysis, recruiter):
    first = judge_claim(analysis=analysis, by=recruiter, about="analysis", rating=2, words="Too kind by half")
    second = judge_claim(analysis=analysis, by=recruiter, about="analysis", rating=4, words="Fair after all")
    text = pages.get(reverse("feedback-row", args=[second.pk])).content.decode()
    assert text.index("Fair after all") < text.index("Too kind by half")
    assert reverse("feedback-row", args=[first.pk]) in text
    assert "A later revision" in pages.get(reverse("feedback-row", args=[first.pk])).content.decode()
    assert pages.get(reverse("feedback-row", args=["nothing"])).status_code == 404


def test_what_is_learned_from_is_told_with_its_reasons(pages, analysis, recruiter):
    judge_claim(analysis=analysis, by=recruiter, about="analysis", rating=2, words="Too kind by half")
    judge_claim(analysis=analysis, by=recruiter, about="fit", rating=5)
    text = pages.get(reverse("feedback-quality")).content.decode()
    assert "1 of 2" in text
    assert "About words rather than fit" in text


def test_boxes_narrow_the_list_to_what_their_figures_count(pages, analysis, recruiter, other_recruiter):
    judge_claim(analysis=analysis, by=recruiter, about="analysis", rating=5, words="Praised at first")
    judge_claim(analysis=analysis, by=recruiter, about="analysis", rating=1, words="Scolded then")
    judge_claim(analysis=analysis, by=other_recruiter, about="analysis", rating=4, words="Liked by another")
    requirement = f"requirement:{analysis.result['requirements'][0]['id']}"
    judge_claim(analysis=analysis, by=recruiter, about=requirement, verdict="better", words="Say it so")

    def listed(**asked) -> set[str]:
        page = pages.get(reverse("feedback"), asked).context["page"]
        return {row.ideal_response or row.response for row in page.object_list}

    everything = listed()
    figures = pages.get(reverse("feedback")).context["figures"]
    assert len(listed(corrected="1")) == figures["with_correction"] < len(everything) + 1
    assert len(listed(replaced="1")) == figures["revised"] == 1
    assert len(listed(contested="1")) == 2
    assert 'name="contested" value="1" checked' in shown(pages, contested="1")


def test_figures_of_what_is_learned_from_lead_to_their_rows(pages, analysis, recruiter):
    judge_claim(analysis=analysis, by=recruiter, about="analysis", rating=2, words="Too kind by half")
    judge_claim(analysis=analysis, by=recruiter, about="fit", rating=5)
    decide(analysis=analysis, decision="rejected", by=recruiter)
    overview = training_overview()
    links = {"yes": overview.usable} | {item.reason: item.count for item in overview.left_out}
    assert links == {"yes": 2, "about_words": 1}
    for place in ("feedback-quality", "training"):
        text = pages.get(reverse(place)).content.decode()
        for name, number in links.items():
            assert f'<a href="{reverse("feedback")}?teaches={name}">{number}' in text, (place, name)
    for name, number in links.items():
        assert pages.get(reverse("feedback"), {"teaches": name}).context["page"].paginator.count == number
    assert pages.get(reverse("feedback"), {"teaches": "everything"}).status_code == 200


def test_a_bar_of_a_week_leads_to_that_week_alone(pages, analysis, recruiter):
    rows = [judge_claim(analysis=analysis, by=recruiter, about=about, rating=5) for about in ("analysis", "fit")]
    Feedback.objects.filter(pk=rows[0].pk).update(created_at=timezone.now() - timedelta(days=14))
    for bar, row in zip(
        [bar for bar in pages.get(reverse("feedback")).context["weeks"].bars if bar.value], rows, strict=True
    ):
        assert [found.pk for found in pages.get(bar.href).context["page"].object_list] == [row.pk]


def test_search_by_meaning_heeds_the_filters(pages, analysis, recruiter, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        judge_claim(analysis=analysis, by=recruiter, about="analysis", rating=2, words="The years are overstated")
    assert "The years are overstated" in shown(pages, q="exaggerated length of experience")
    assert "The years are overstated" not in shown(pages, q="exaggerated length of experience", min_rating="4")
    assert Feedback.objects.count() == 1
