"""The training page shows how far a run is, what came of it, and polls only while something goes on."""

import pytest
from django.urls import reverse
from django.utils import timezone

from analyses.models import Analysis
from feedback.models import Snapshot, TrainingRun, TrainingStep
from tests.feedback.snapshot_data import world
from vectors.adapted import activate_model
from vectors.models import EmbeddingModel
from vectors.services import active_model

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(administrator, page_as, settings, tmp_path):
    settings.MODEL_ROOT = tmp_path
    return page_as(administrator)


def done_run(**fields) -> TrainingRun:
    done = {"task": "embed", "status": "done", "finished_at": timezone.now(), "adapter_sha256": "a" * 64}
    return TrainingRun.objects.create(**{**done, **fields})


def shown(site, name: str = "training") -> str:
    return str(site.get(reverse(name)).content.decode())


def test_a_training_shows_steps_loss_and_time_left(site):
    progress = {"step": 40, "steps": 100, "loss": 1.2345, "seconds_left": 125.0}
    run = TrainingRun.objects.create(task="embed", status="running", progress=progress, host="another-machine")
    page = shown(site)
    assert "step 40 of 100, loss 1.234, about 2 minutes left" in page or "loss 1.235, about 2 minutes left" in page
    assert reverse("training-runs") in page
    assert "HX-Refresh" not in site.get(reverse("training-runs"))
    site.post(reverse("training-act"), {"do": "cancel", "run": run.pk})
    assert "Stopping after this step" in shown(site, "training-runs")
    assert "<h1>Training</h1>" in shown(site, "training-runs")  # opened by itself: a page around it
    assert "<h1>" not in site.get(reverse("training-runs"), headers={"HX-Request": "true"}).content.decode()


def test_putting_to_use_shows_how_much_is_embedded(site):
    run = done_run(verdict="candidate", evaluation={"fit": {"weight": 0.1}})
    TrainingStep.objects.create(
        run=run, kind="promote", status="running", host="another-machine", progress={"done": 50, "total": 300}
    )
    page = shown(site)
    assert "50 of 300" in page
    assert "Put to use" not in page


def test_nothing_under_way_is_not_polled(site):
    because = ["The gain in NDCG@5 is +0.010: it could be chance."]
    run = done_run(verdict="not_better", evaluation={"not_better_because": because})
    TrainingStep.objects.create(
        run=run, kind="promote", status="failed", error="The adapter's file is missing.", finished_at=timezone.now()
    )
    page = shown(site)
    assert "it could be chance" in page
    assert "file is missing" in page
    assert "hx-get" not in page
    assert site.get(reverse("training-runs"))["HX-Refresh"] == "true"


def test_the_data_and_what_stands_in_the_way_are_shown(site, recruiter):
    world(recruiter, jobs=2, resumes=3)
    page = shown(site)
    assert "6 of 12 pieces of feedback say how well a candidate fits" in page
    assert "6 pairs of job and candidate are rated; 100 are needed" in page
    assert "6: About words rather than fit" in page
    assert '<polyline class="line" points="4.0,100.0 356.0,8.0"/>' in page


def test_each_measured_adapter_is_drawn_with_its_interval(site):
    for low, high in ((-0.1, 0.3), (0.1, 0.3)):
        gain = {"mean": (low + high) / 2, "low": low, "high": high}
        measure = {"jobs": 12, "in_use": 0.5, "adapter": 0.6, "gain_over_in_use": gain}
        run = done_run(
            verdict="candidate" if low > 0 else "not_better", evaluation={"measures": {"ndcg_at_5": measure}}
        )
    page = shown(site)
    assert f"Run {run.pk}: +0.200 (+0.100 to +0.300) on 12 held-out jobs</li>" in page
    assert "+0.100 (-0.100 to +0.300) on 12 held-out jobs, not better" in page
    # The first interval reaches from the left edge over nought, a quarter of the way, to the right edge.
    assert page.count("<circle") == 2
    assert 'x1="68.0" y1="39.0" x2="356.0"' in page
    assert 'x1="140.0" y1="0" x2="140.0"' in page


def test_a_failed_run_shows_its_log(site):
    TrainingRun.objects.create(
        task="embed", status="failed", finished_at=timezone.now(), error="It ended.", log="Traceback: <no memory>"
    )
    assert "Traceback: &lt;no memory&gt;" in shown(site)


def test_a_run_says_what_was_erased_since(site):
    erasures = [{"old_hash": "b" * 64, "new_hash": "c" * 64, "records": 3}]
    snapshot = Snapshot.objects.create(snapshot_id="0123456789ab", hash="c" * 64, erasures=erasures)
    done_run(snapshot=snapshot, snapshot_hash="b" * 64)
    assert "3 of its records were erased since" in shown(site)


def test_measuring_is_left_to_the_worker(site):
    run = done_run(snapshot=Snapshot.objects.create(snapshot_id="0123456789ab", hash="c" * 64))
    page = site.post(reverse("training-act"), {"do": "evaluate", "run": run.pk}, follow=True).content.decode()
    assert "Measuring has begun" in page
    step = TrainingStep.objects.get()
    assert (step.kind, step.status, str(step.created_by)) == ("evaluate", "queued", "root")


def test_people_see_what_their_ratings_changed(site, recruiter):
    world(recruiter, jobs=2, resumes=2)
    base = active_model()
    model = EmbeddingModel.objects.create(key="adapted", dimension=base.dimension, base=base, fit={"weight": 0.5})
    gain = {"mean": 0.1, "low": 0.05, "high": 0.15}
    figures = {"jobs": 12, "in_use": 0.5, "adapter": 0.6, "gain_over_in_use": gain}
    measures = {
        "ndcg_at_5": {**figures, "jobs_better": 9, "jobs_worse": 2},
        "well_rated_in_5": {**figures, "in_use": 2.08, "adapter": 2.94},
    }
    slices = [{"kind": "Nursing", "jobs": 4, "in_use": 0.5, "adapter": 0.75}]
    done_run(
        embedding_model=model,
        verdict="candidate",
        parameters={"rows": 461},
        evaluation={"measures": measures, "slices": slices},
    )
    assert "What your ratings changed" not in shown(site)
    activate_model(model)
    Analysis.objects.filter(job="00000001").update(embedding_model=model)
    page = shown(site)
    assert "2.9 instead of 2.1" in page
    assert "9 of 12" in page
    assert "lists became better, 2 worse" in page
    assert "1 job is ranked with it" in page
    assert "75 %" in page
    assert "may be chance" not in page
    TrainingRun.objects.update(verdict="not_better")
    assert "may be chance" in shown(site)
