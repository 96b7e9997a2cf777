"""Every page and every address of the API, whatever they are, keeps a hidden candidate hidden."""

import io

import pytest
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from analyses.models import Analysis
from analyses.questions import ask
from analyses.services import decide, request_analysis
from atsproject.preferences import save_preference
from feedback.services import submit_feedback
from jobs.services import create_job, update_job
from tests.atsproject.blind_data import NAME, blind_job, her_resume, told
from tests.atsproject.page_data import JOB

pytestmark = pytest.mark.django_db
SKIPPED = ("admin/", "accounts/", "api/schema", "api/docs", "static/")


@pytest.fixture
def hidden(recruiter):
    """Her analysis for a job in blind mode, with everything people wrote and asked about her."""
    job, analysis = blind_job(recruiter)
    words = f"{NAME} (zephyrine.quillfeather@example.org): she led a team; BSc 2016"
    for number, kind in enumerate(("analysis", "answer", "fit")):
        submit_feedback(
            by=recruiter,
            interaction_id=f"i{number}",
            query=f"Is {NAME} right?",
            response=words,
            rating=5,
            ideal_response=words,
            missing_points=[words],
            analysis_id=analysis.pk,
            kind=kind,
        )
    # As the first generation wrote, and as its imported analyses keep.
    said = f"YES - {NAME} knows Python"
    result = {**(analysis.result or {}), "hiring_recommendation": said, "strengths": [f"{NAME} led a team"]}
    Analysis.objects.filter(pk=analysis.pk).update(hiring_recommendation=said, result=result)
    for question in ("What is her e-mail?", "What is the candidate's name?", "When did Zephyrine graduate?"):
        ask(analysis=analysis, question=question, by=recruiter)
    return job, analysis


def addresses(job, analysis) -> list[str]:
    """Every address of the site that its own table of addresses makes, with the ids at hand."""
    row = analysis.feedback.first().pk if analysis.feedback.exists() else "none"
    known = {
        "job_id": job.pk,
        "analysis_id": analysis.pk,
        "resume_id": analysis.resume_id,
        "pk": row,
        "feedback_id": row,
        "number": "1",
        "item_id": "1",
    }
    found = {reverse(name, kwargs=kwargs) for name, kwargs in named(get_resolver(), known)}
    found |= {reverse("job-export", kwargs={"job_id": job.pk, "kind": kind}) for kind in ("csv", "xlsx")}
    more = {f"{reverse('resumes')}?q=her", f"{reverse('job', args=[job.pk])}?q=her&sort=name"}
    more |= {f"{reverse('compare-candidates', args=[job.pk])}?analysis={analysis.pk}", f"{reverse('feedback')}?q=her"}
    more |= {f"{reverse('resumes')}?q=order+services", f"{reverse('resumes')}?q=order&in=meaning"}
    more |= {f"/api/jobs/{job.pk}/compare?analysis_id={analysis.pk}", "/api/feedback/search?query=Zephyrine"}
    return sorted(address for address in found | more if not address.lstrip("/").startswith(SKIPPED))


def named(resolver: URLResolver, known: dict[str, str]):
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            if entry.namespace is None:
                yield from named(entry, known)
        elif isinstance(entry, URLPattern) and entry.name:
            wanted = entry.pattern.regex.groupindex
            if all(key in known for key in wanted):
                kwargs = {key: known[key] for key in wanted}
                try:
                    reverse(entry.name, kwargs=kwargs)
                except NoReverseMatch:
                    continue
                yield entry.name, kwargs


def body_of(answer) -> str:
    whole = b"".join(answer.streaming_content) if answer.streaming else answer.content
    kind = answer["Content-Type"] if answer.has_header("Content-Type") else ""
    headers = " ".join(str(value) for value in answer.headers.values())
    if "spreadsheet" in kind:
        from openpyxl import load_workbook

        sheets = load_workbook(io.BytesIO(whole)).worksheets
        return headers + str([cell for sheet in sheets for row in sheet.values for cell in row])
    return headers + (whole.decode() if "image" not in kind and "pdf" not in kind else "")


def leaks(client, job, analysis) -> dict[str, list[str]]:
    found = {address: client.get(address) for address in addresses(job, analysis)}
    assert len([1 for answer in found.values() if answer.status_code == 200]) > 25
    assert {a: r.status_code for a, r in found.items() if r.status_code >= 500} == {}
    return {address: tells for address, answer in found.items() if (tells := told(body_of(answer)))}


def test_nothing_tells_who_a_hidden_candidate_is(hidden, page_as, recruiter, administrator):
    assert leaks(page_as(recruiter), *hidden) == {}
    assert leaks(page_as(administrator), *hidden) == {}


def test_a_decision_shows_the_candidate_again(hidden, pages, recruiter):
    job, analysis = hidden
    decide(analysis=analysis, decision="shortlisted", reason="Fits", by=recruiter)
    found = leaks(pages, job, analysis)
    for name in ("job", "analysis", "resume"):
        keys = [{"job": job.pk, "analysis": analysis.pk, "resume": analysis.resume_id}[name]]
        assert "quillfeather" in found[reverse(name, args=keys)]


def test_working_blind_hides_everybody_on_the_pages_of_that_user_alone(hidden, page_as, recruiter, other_recruiter):
    job, analysis = hidden
    update_job(job=job, by=recruiter, blind_mode=False)
    save_preference(by=recruiter, blind=True)
    found = leaks(page_as(recruiter), job, analysis)
    assert {address: tells for address, tells in found.items() if not address.startswith("/api/")} == {}
    assert leaks(page_as(other_recruiter), job, analysis) != {}


def test_another_version_on_an_open_job_is_hidden_as_well(hidden, pages, recruiter):
    newer = her_resume(recruiter, "Kafka")
    job = create_job(job_description=JOB, by=recruiter)
    analysis = request_analysis(job=job, resume=newer, by=recruiter)
    assert leaks(pages, job, analysis) == {}


def test_the_admin_shows_the_mask_and_changes_nothing(hidden, page_as, administrator):
    _, analysis = hidden
    client = page_as(administrator)
    row, asked = analysis.feedback.first(), analysis.questions.first()
    shown = [("resumes_resume", analysis.resume_id), ("analyses_analysis", analysis.pk)]
    shown += [("feedback_feedback", row.pk), ("analyses_question", asked.pk)]
    for name, key in shown:
        listed, form = reverse(f"admin:{name}_changelist"), reverse(f"admin:{name}_change", args=[key])
        assert {a: found for a in (listed, form) if (found := told(body_of(client.get(a))))} == {}
        assert client.post(form, {}).status_code == 403
    found = client.get(reverse("admin:resumes_resume_changelist"), {"q": "zephyrine"}).content.decode()
    assert analysis.resume_id not in found
    assert client.get(reverse("admin:resumes_resume_pdf", args=[analysis.resume_id])).status_code == 403


@pytest.mark.parametrize("model", ["resume", "analysis"])
def test_no_filter_or_order_of_an_admin_list_tells_a_hidden_name(hidden, page_as, administrator, model):
    client = page_as(administrator)
    app = {"resume": "resumes", "analysis": "analyses"}[model]
    address = reverse(f"admin:{app}_{model}_changelist")
    for lookup in ("candidate_name__startswith=Zeph", "candidate_name__startswith=Aaaa"):
        answer = client.get(f"{address}?{lookup}")
        # Both are refused alike, before anything is looked up.
        assert (answer.status_code, answer.headers.get("Location")) == (400, None), lookup
    shown = client.get(address).context["cl"]
    assert "candidate_name" in shown.list_display
    assert "candidate_name" not in shown.sortable_by
    update_job(job=hidden[0], by=administrator, blind_mode=False)
    assert client.get(f"{address}?candidate_name__startswith=Zeph").context["cl"].result_count == 1


def test_an_analysis_without_its_resume_is_not_found_by_a_hidden_name(hidden, page_as, administrator):
    _, analysis = hidden
    Analysis.objects.filter(pk=analysis.pk).update(resume=None)
    found = page_as(administrator).get(reverse("admin:analyses_analysis_changelist"), {"q": "zephyrine"})
    assert found.context["cl"].result_count == 0
