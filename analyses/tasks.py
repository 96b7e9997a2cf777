"""Work that can wait for a worker. The outcome is written on the analysis, never read from the task."""

from django_tasks import task

from analyses import pipeline


@task()
def run_analysis(analysis_id: str) -> None:
    """Score a queued analysis."""
    pipeline.run(analysis_id)
