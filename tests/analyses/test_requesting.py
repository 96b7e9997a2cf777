import json

import pytest

from analyses import pipeline
from analyses.engine.judge import engine_key
from analyses.errors import DecidedMeanwhile
from analyses.models import Analysis
from analyses.ranking import ranking
from analyses.services import decide, request_analysis
from jobs.services import update_job
from resumes.models import Resume
from tests.analyses.fake_llm import serving

pytestmark = pytest.mark.django_db
RESULT_KEYS = """
    candidate_name filename overall_score skill_match_score experience_match_score education_match_score matched_skills
    missing_critical_skills strengths weaknesses executive_summary hiring_recommendation timestamp company_name
    role_name
    schema_version requirements categories components profile experience parse_quality warnings engine timing_ms
"""


def test_it_is_scored_and_recorded_whole(analysis, developer):
    assert (analysis.status, analysis.error) == ("done", "")
    assert analysis.started_at <= analysis.finished_at
    result = analysis.result
    assert result["overall_score"] == analysis.overall_score > 40
    assert result["analysis_id"] == analysis.pk
    assert result["candidate_name"] == analysis.candidate_name == "Dana Lindqvist"
    assert set(RESULT_KEYS.split()) <= set(result)
    quotes = [item for row in result["requirements"] for item in row["evidence"]]
    assert quotes
    assert all(item["quote"] == developer.text[item["start"] : item["end"]] for item in quotes)
    total = sum(row["contribution"] for row in (*result["requirements"], *result["components"]))
    assert abs(total - result["overall_score"]) <= 0.01
    statuses = {row["text"]: row["status"] for row in result["requirements"]}
    assert statuses["Experience with PostgreSQL"] == "met"
    assert statuses["Fluent German"] == "no_data"
    assert "Python" in result["matched_skills"]


def test_the_same_request_again_is_the_same_analysis_and_a_rerun_is_a_new_row(analysis, vacancy, developer, recruiter):
    again = request_analysis(job=vacancy, resume=developer, by=recruiter)
    assert again.pk == analysis.pk
    rerun = request_analysis(job=vacancy, resume=developer, by=recruiter, rerun=True)
    assert rerun.pk != analysis.pk
    volatile = ("timestamp", "timing_ms", "analysis_id")
    first, second = ({k: v for k, v in (row.result or {}).items() if k not in volatile} for row in (analysis, rerun))
    assert json.dumps(first, sort_keys=True) == json.dumps(second, sort_keys=True)


def test_another_version_of_the_job_is_another_analysis(analysis, vacancy, developer, recruiter):
    job = update_job(job=vacancy, by=recruiter, weights={"skills": 5.0})
    other = request_analysis(job=job, resume=developer, by=recruiter)
    assert (other.job_version, analysis.job_version) == (2, 1)
    assert other.result is not None
    assert other.result["engine"]["weights"]["categories"]["skills"] == 5.0


def test_without_waiting_a_task_scores_it_after_the_commit(
    vacancy, developer, recruiter, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=False) as waiting:
        analysis = request_analysis(job=vacancy, resume=developer, by=recruiter, wait=False)
    assert (analysis.status, analysis.result) == ("queued", None)
    for callback in waiting:
        callback()
    analysis.refresh_from_db()
    assert analysis.status == "done"


def test_an_analysis_is_claimed_once(vacancy, developer, recruiter):
    analysis = request_analysis(job=vacancy, resume=developer, by=recruiter, wait=False)
    Analysis.objects.filter(pk=analysis.pk).update(status="running")
    assert pipeline.run(analysis.pk) is False


def test_a_failure_is_written_on_the_row_without_the_resume_in_it(vacancy, developer, recruiter, monkeypatch, caplog):
    def broken(*args, **kwargs):
        raise RuntimeError(f"could not score {developer.candidate_name}")

    monkeypatch.setattr(pipeline, "score", broken)
    failed = request_analysis(job=vacancy, resume=developer, by=recruiter)
    assert (failed.status, failed.error_code) == ("failed", "engine_error")
    assert "RuntimeError" in failed.error
    assert "Dana" not in failed.error + caplog.text
    monkeypatch.undo()
    again = request_analysis(job=vacancy, resume=developer, by=recruiter)
    assert again.pk != failed.pk
    assert again.status == "done"


def test_an_analysis_whose_worker_died_can_be_run_again(analysis, vacancy, developer, recruiter):
    long_ago = analysis.created_at - pipeline.ABANDONED_AFTER * 2
    Analysis.objects.filter(pk=analysis.pk).update(
        status="running", started_at=long_ago, finished_at=None, result=None, overall_score=None
    )
    again = request_analysis(job=vacancy, resume=developer, by=recruiter)
    analysis.refresh_from_db()
    assert (analysis.status, analysis.error_code, again.status) == ("failed", "abandoned", "done")


def test_a_resume_that_could_not_be_read_is_refused(vacancy, developer, recruiter):
    from resumes.errors import UnreadableResume

    Resume.objects.filter(pk=developer.pk).update(status="unreadable", error_code="no_text", error="No text.")
    developer.refresh_from_db()
    with pytest.raises(UnreadableResume):
        request_analysis(job=vacancy, resume=developer, by=recruiter)
    assert not Analysis.objects.exists()


def test_another_model_or_parser_is_another_judge(analysis):
    context = pipeline.judge_in_use().context
    assert len({engine_key(context, "1", "a"), engine_key(context, "1", "b"), engine_key(context, "2", "a")}) == 3


def test_only_a_person_decides_and_earlier_words_stay(analysis, vacancy, recruiter):
    decide(analysis=analysis, decision="on_hold", by=recruiter)
    decide(analysis=analysis, decision="shortlisted", reason=" strong in Python ", by=recruiter)
    assert [getattr(row, "decision", None) for row in ranking(job=vacancy)] == ["shortlisted"]
    assert [row.decision for row in analysis.decisions.all()] == ["shortlisted", "on_hold"]


def test_a_language_model_words_a_summary_beside_the_built_in_one(vacancy, developer, recruiter, settings):
    with serving("The candidate has built services in Python.") as (url, seen):
        settings.LLM_URL, settings.LLM_MODEL = url, "small"
        with_model = request_analysis(job=vacancy, resume=developer, by=recruiter)
    settings.LLM_URL = ""
    without = request_analysis(job=vacancy, resume=developer, by=recruiter, rerun=True)
    assert with_model.result is not None
    assert without.result is not None
    written = with_model.result["written_summary"]
    assert (written["text"], written["written_by"]) == ("The candidate has built services in Python.", "small")
    assert len(seen) == 1
    assert without.result["written_summary"] is None
    for key in ("overall_score", "executive_summary", "requirements"):
        assert with_model.result[key] == without.result[key]


def test_what_somebody_else_decided_meanwhile_is_not_passed_over(analysis, recruiter, hiring_manager):
    seen = decide(analysis=analysis, decision="on_hold", by=recruiter).pk
    first = decide(analysis=analysis, decision="shortlisted", reason="Fits", by=hiring_manager, after=seen)
    with pytest.raises(DecidedMeanwhile):
        decide(analysis=analysis, decision="rejected", by=recruiter, after=seen)
    assert analysis.decisions.first() == first
    assert decide(analysis=analysis, decision="rejected", by=recruiter, after=first.pk).decision == "rejected"


def test_the_same_word_sent_twice_is_one_decision(analysis, recruiter):
    for _ in range(2):
        decide(analysis=analysis, decision="shortlisted", reason="Fits", by=recruiter, after=0)
    assert analysis.decisions.count() == 1
    decide(analysis=analysis, decision="rejected", reason="Fits not", by=recruiter, after=0)
    assert analysis.decisions.count() == 2
