"""Use cases of analyses: request one, decide on one. Admin, API, pages and commands all call these."""

import time
from collections.abc import Iterable, Sequence
from functools import partial

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from analyses import pipeline, tasks
from analyses.actor import Actor, actor_id
from analyses.engine.judge import engine_key
from analyses.errors import BadDecision, DecidedMeanwhile, ResumeNotReady
from analyses.listeners import tell_of_decision
from analyses.models import Analysis, Decision
from analyses.taxonomy import SiteTaxonomy
from jobs.models import Job
from resumes.models import Resume
from resumes.services import resume_unreadable_error

UNFINISHED = (Analysis.Status.QUEUED, Analysis.Status.RUNNING)
WAIT_SECONDS = 60.0


def engine_keys(parser_versions: Iterable[str], judge: pipeline.Judge | None = None) -> list[str]:
    """For each version of the parser: hash of everything about the judge and the reading that could change a score."""
    context, version = (judge or pipeline.judge_in_use()).context, SiteTaxonomy().version
    return [engine_key(context, version, parser) for parser in parser_versions]


def existing_analysis(*, job: Job, resume: Resume) -> Analysis | None:
    """The analysis of this resume against this version of the job by the judge in use, done or on its way."""
    pipeline.fail_abandoned()
    return (
        Analysis.objects.filter(
            job=job, resume=resume, job_version=job.version, engine_key=engine_keys([resume.parser_version])[0]
        )
        .exclude(status=Analysis.Status.FAILED)
        .order_by("-created_at", "-analysis_id")
        .first()
    )


def request_analysis(*, job: Job, resume: Resume, by: Actor, wait: bool = True, rerun: bool = False) -> Analysis:
    """Have a resume analysed against a job; the analysis there is, when nothing that could change it has changed.

    With ``wait`` it is scored here and comes back done or failed, else a task does it after the commit.
    ``rerun`` makes a new row in any case. Raises UnreadableResume (422) and ResumeNotReady (409).
    """
    if resume.status == Resume.Status.UNREADABLE:
        raise resume_unreadable_error(resume)
    if resume.status != Resume.Status.READY:
        raise ResumeNotReady
    found = None if rerun else existing_analysis(job=job, resume=resume)
    analysis = found or _queue(job=job, resume=resume, by=by, wait=wait)
    if wait and analysis.status == Analysis.Status.QUEUED:
        pipeline.run(analysis.pk)
    analysis.refresh_from_db()
    if wait and analysis.status in UNFINISHED:
        _await_other(analysis)
    return analysis


def _await_other(analysis: Analysis) -> None:
    """Wait for whoever scores it at this moment (the same upload sent twice at once), for as long as is bearable."""
    deadline = time.monotonic() + WAIT_SECONDS
    while analysis.status in UNFINISHED and time.monotonic() < deadline:
        time.sleep(0.1)
        analysis.refresh_from_db()


def _queue(*, job: Job, resume: Resume, by: Actor, wait: bool) -> Analysis:
    with transaction.atomic():
        analysis = Analysis.objects.create(
            job=job,
            resume=resume,
            job_version=job.version,
            candidate_name=resume.candidate_name,
            requested_by_id=actor_id(by),
            engine_key=engine_keys([resume.parser_version])[0],
        )
        if not wait:
            transaction.on_commit(lambda: _enqueue(analysis.pk))
    return analysis


def await_reading(*, job: Job, resume: Resume, by: Actor) -> Analysis:
    """Queue the analysis of a resume that OCR is still reading: it begins when the reading ends.

    Asked twice, the same row answers.
    """
    with transaction.atomic():
        locked = Resume.objects.select_for_update().get(pk=resume.pk)
        waiting = Analysis.objects.filter(job=job, resume=resume, status=Analysis.Status.QUEUED).first()
        analysis = waiting or Analysis.objects.create(
            job=job, resume=resume, job_version=job.version, requested_by_id=actor_id(by)
        )
    if locked.status in (Resume.Status.READY, Resume.Status.UNREADABLE):
        # The reading ended between the caller's look and this row: nobody else would begin it.
        begin_awaited(locked)
        analysis.refresh_from_db()
    return analysis


def begin_awaited(resume: Resume) -> None:
    """Have the resume made findable, and begin the analyses that waited for it, or fail them where it cannot be read.

    Called after reading. Those of a resume that nobody waited for are none.
    """
    resume.refresh_from_db(fields=["status", "error", "error_code", "parser_version", "candidate_name"])
    waiting = Analysis.objects.filter(resume=resume, status=Analysis.Status.QUEUED, engine_key="")
    if resume.status == Resume.Status.UNREADABLE:
        for pk in waiting.values_list("pk", flat=True):
            pipeline.fail(pk, resume.error_code, resume.error)
    elif resume.status == Resume.Status.READY:
        transaction.on_commit(partial(tasks.make_digest.enqueue, resume.pk))
        keys = list(waiting.values_list("pk", flat=True))
        waiting.update(engine_key=engine_keys([resume.parser_version])[0], candidate_name=resume.candidate_name)
        for pk in keys:
            transaction.on_commit(partial(_enqueue, pk))


def _enqueue(analysis_id: str) -> None:
    tasks.run_analysis.enqueue(analysis_id)


def decide(*, analysis: Analysis, decision: str, reason: str = "", by: Actor, after: int | None = None) -> Decision:
    """Record a person's word on a candidate. Earlier words stay; the newest holds. Raises BadDecision (400).

    ``after`` is the id of the newest decision that the decider saw, 0 where there was none; None asks nothing. Where
    somebody else has decided since, DecidedMeanwhile (409) is raised and nothing recorded. The same word with the
    same reason sent twice is one decision.
    """
    if decision not in Decision.Choice.values:
        raise BadDecision
    with transaction.atomic():
        newest = decisions_on(analysis).first() if after is not None else None
        if newest is not None and newest.pk != after:
            if newest.decided_by_id != actor_id(by):
                raise DecidedMeanwhile
            if (newest.decision, newest.reason) == (decision, reason.strip()):
                return newest
        made = Decision.objects.create(
            analysis=analysis,
            decision=decision,
            reason=reason.strip(),
            decided_at=timezone.now(),
            decided_by_id=actor_id(by),
        )
        tell_of_decision(made, by)
    return made


def decisions_on(analysis: Analysis) -> QuerySet[Decision]:
    """Decisions on the candidate for the job, the newest first, whichever analysis they were taken on."""
    if analysis.job_id and analysis.resume_id:
        return Decision.objects.filter(analysis__job=analysis.job_id, analysis__resume=analysis.resume_id)
    return analysis.decisions.all()


def decide_all(*, analyses: Sequence[Analysis], decision: str, reason: str, by: Actor) -> list[Decision]:
    """Record one word with one reason on several candidates: all of them or none.

    Raises BadDecision (400) for none, for a word that is unknown, and for a missing reason: many decisions at once
    are the ones that have to be explained later.
    """
    if not analyses:
        raise BadDecision("Select one or more candidates first.")
    if not reason.strip():
        raise BadDecision("Say why in a few words: the reason is kept with each of these decisions.")
    with transaction.atomic():
        return [decide(analysis=analysis, decision=decision, reason=reason, by=by) for analysis in analyses]


def delete_analysis(*, analysis: Analysis, by: Actor) -> None:
    """Delete an analysis with its questions, decisions and feedback."""
    with transaction.atomic():
        analysis.delete()
