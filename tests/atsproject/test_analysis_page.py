"""The page of one analysis: parts that change in place, and what it fetches afterwards."""

import pytest
from django.urls import reverse

from analyses.models import Analysis, Decision
from analyses.services import request_analysis
from feedback.models import Feedback
from resumes.services import add_resume
from tests.atsproject.page_data import a_pdf, filled_job

pytestmark = pytest.mark.django_db
IN_PLACE = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def analysis(recruiter):
    return filled_job(recruiter)[1]


def test_a_verdict_changes_its_own_place_only(pages, analysis):
    claim = f"requirement:{analysis.result['requirements'][0]['id']}"
    body = {"do": "feedback", "about": claim, "verdict": "wrong", "seconds": "3.2"}
    answer = pages.post(reverse("analysis-act", args=[analysis.pk]), body, **IN_PLACE)
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "<html" not in text
    assert "Wrong" in text
    assert Feedback.objects.get().seconds_taken == 3.2
    assert "You said:" in pages.get(reverse("analysis", args=[analysis.pk])).content.decode()


def test_a_refused_verdict_says_why_and_keeps_the_words(pages, analysis):
    body = {"do": "feedback", "about": "requirement:none", "verdict": "better", "words": "Say it so"}
    text = pages.post(reverse("analysis-act", args=[analysis.pk]), body, **IN_PLACE).content.decode()
    assert "no requirement with this id" in text
    assert "Say it so" in text
    assert Feedback.objects.count() == 0


def test_an_answer_appears_in_place(pages, analysis):
    body = {"do": "ask", "question": "Which database has she used?"}
    text = pages.post(reverse("analysis-act", args=[analysis.pk]), body, **IN_PLACE).content.decode()
    assert "PostgreSQL" in text
    assert "<html" not in text
    empty = pages.post(reverse("analysis-act", args=[analysis.pk]), body | {"question": " "}, **IN_PLACE)
    assert 'role="alert"' in empty.content.decode()


def test_an_auditor_judges_nothing_in_place(page_as, auditor, analysis):
    body = {"do": "feedback", "about": "analysis", "rating": "5"}
    answer = page_as(auditor).post(reverse("analysis-act", args=[analysis.pk]), body, **IN_PLACE)
    assert (answer.status_code, Feedback.objects.count()) == (403, 0)


def test_the_next_candidate_is_one_click_away(pages, analysis, recruiter):
    other = add_resume(file=a_pdf("Ada Example"), filename="a.pdf", by=recruiter).resume
    second = request_analysis(job=analysis.job, resume=other, by=recruiter)
    seen = {}
    for row in (analysis, second):
        text = pages.get(reverse("analysis", args=[row.pk])).content.decode()
        seen[row.pk] = ("1 of 2" in text, 'rel="next"' in text, 'rel="prev"' in text)
    assert sorted(seen.values()) == [(False, False, True), (True, True, False)]


def test_parts_fetched_afterwards(pages, analysis):
    similar = pages.get(reverse("analysis-similar", args=[analysis.pk]))
    behind = pages.get(reverse("analysis-behind", args=[analysis.pk]))
    assert "None yet" in similar.content.decode()
    assert "No adapter took part" in behind.content.decode()
    assert pages.get(reverse("analysis-similar", args=["nothing"])).status_code == 404


def test_a_page_of_an_analysis_under_way_looks_again_by_itself(pages, analysis):
    waiting = Analysis.objects.create(job=analysis.job, resume=analysis.resume)
    address = reverse("analysis", args=[waiting.pk])
    assert f'hx-get="{address}" hx-trigger="every' in pages.get(address).content.decode()
    assert "every 2s" not in pages.get(reverse("analysis", args=[analysis.pk])).content.decode()


def test_two_who_decide_at_once_hear_of_each_other(pages, page_as, hiring_manager, analysis):
    to = reverse("analysis-act", args=[analysis.pk])
    assert 'name="after" value="0"' in pages.get(reverse("analysis", args=[analysis.pk])).content.decode()
    body = {"do": "decide", "after": "0"}
    page_as(hiring_manager).post(to, body | {"decision": "shortlisted", "reason": "Knows our stack"})
    answer = pages.post(to, body | {"decision": "rejected", "reason": "Too junior"})
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Somebody decided on this candidate meanwhile" in text
    assert "Knows our stack" in text
    assert "Too junior</textarea>" in text
    first = Decision.objects.get()
    assert f'name="after" value="{first.pk}"' in text
    pages.post(to, body | {"decision": "rejected", "reason": "Too junior", "after": str(first.pk)})
    assert [row.decision for row in Decision.objects.all()] == ["rejected", "shortlisted"]


def test_a_verdict_takes_the_number_of_feedback_along(pages, analysis):
    body = {"do": "feedback", "about": "analysis", "rating": "4"}
    act = reverse("analysis-act", args=[analysis.pk])
    text = pages.post(act, body, headers={"HX-Request": "true"}).content.decode()
    assert 'id="given-count"' in text
    assert 'hx-swap-oob="true">1 on this analysis</a>' in text
    shown = pages.get(reverse("analysis", args=[analysis.pk])).content.decode()
    assert ">1 on this analysis</a>" in shown
    assert "hx-swap-oob" not in shown


def test_a_failed_analysis_can_be_tried_again_where_it_says_why(pages, analysis):
    Analysis.objects.filter(pk=analysis.pk).update(status="failed", error="It broke.", result=None, overall_score=None)
    shown = pages.get(reverse("analysis", args=[analysis.pk])).content.decode()
    note = shown.partition("This analysis failed.")[2].partition("</div>\n\n")[0]
    assert "It broke." in note
    assert 'value="again">Try again</button>' in note
