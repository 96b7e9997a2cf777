"""Work that can wait for a worker. The outcome is written on the analysis, never read from the task."""

from django_tasks import task

from analyses import pipeline


@task()
def make_digest(resume_id: str) -> None:
    """Make what finds a resume by meaning and by skill, once it was read."""
    from analyses import matches  # which asks the services, which enqueue the tasks here

    matches.make_digest(resume_id)


@task()
def run_analysis(analysis_id: str) -> None:
    """Score a queued analysis."""
    pipeline.run(analysis_id)
