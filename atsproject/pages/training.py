"""The training page: how much there is to learn from, adapters with their measured gain, which one is in use."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from atsproject.pages.acting import act, fragment, number
from atsproject.pages.training_charts import gain_chart, growth_chart
from feedback.models import Snapshot, TrainingRun, TrainingStep
from feedback.snapshots.build import create_snapshot
from feedback.training import promotion, runs, steps
from feedback.training.cancelling import cancel_training
from feedback.training.crashes import fail_crashed_runs
from feedback.training.errors import NotPromotable
from feedback.training.overview import training_overview
from feedback.training.worth import in_use
from vectors.services import active_model

SHOWN = 20


def training(request: HttpRequest) -> HttpResponse:
    """Data, runs and the model in use."""
    overview = training_overview()
    return render(
        request,
        "pages/training.html",
        {
            **_runs(),
            "used": in_use(active_model()),
            "snapshots": Snapshot.objects.all()[:SHOWN],
            "overview": overview,
            "growth": growth_chart(overview.growth),
            "gains": gain_chart(overview.adapters),
        },
    )


def training_runs(request: HttpRequest) -> HttpResponse:
    """The runs alone, for polling while one is on its way; asks for the whole page once none is."""
    found = _runs()
    response = fragment(request, "pages/parts/training_runs.html", found, "Training")
    if not found["working"]:
        response["HX-Refresh"] = "true"
    return response


def _runs() -> dict[str, Any]:
    """The newest runs, whether any of them is on its way, and the model in use."""
    fail_crashed_runs()
    shown = TrainingRun.objects.select_related("snapshot", "created_by", "embedding_model").prefetch_related("steps")
    rows = list(shown[:SHOWN])
    return {"runs": rows, "working": any(run.is_under_way for run in rows), "model": active_model()}


def _told(step: TrainingStep) -> str:
    """What became of a step so far, in a sentence. Raises NotPromotable with its error where it failed at once."""
    step.run.refresh_from_db()
    if step.status == TrainingStep.Status.FAILED:
        raise NotPromotable(step.error)
    if step.status in TrainingStep.OPEN:
        return f"{step.get_kind_display()} has begun; this page shows how far it is."
    if step.kind == TrainingStep.Kind.EVALUATE:
        return f"Measured: {step.run.get_verdict_display().lower()}."
    return f"In use: {active_model().key}."


@require_POST
def training_act(request: HttpRequest) -> HttpResponse:
    """Start, cancel, evaluate, put to use, or take back."""
    if request.POST.get("do") not in ACTS:
        raise Http404
    permission, do = ACTS[request.POST["do"]]
    return act(request, permission, lambda: do(request), reverse("training"))


def _chosen(request: HttpRequest) -> TrainingRun:
    return get_object_or_404(TrainingRun, pk=number(request.POST.get("run")))


def _start(request: HttpRequest) -> str:
    snapshot, _ = create_snapshot(by=request.user)
    run = runs.request_training(by=request.user, task="embed", snapshot=snapshot)
    return f"Run {run.pk} is waiting for the worker."


def _cancel(request: HttpRequest) -> str:
    return f"Run {cancel_training(run=_chosen(request), by=request.user).pk} is asked to stop."


def _evaluate(request: HttpRequest) -> str:
    return _told(steps.request_evaluation(run=_chosen(request), by=request.user))


def _put_to_use(request: HttpRequest) -> str:
    return _told(steps.request_promotion(run=_chosen(request), by=request.user))


def _take_back(request: HttpRequest) -> str:
    return f"In use again: {promotion.roll_back(by=request.user).key}."


ACTS = {
    "start": ("feedback.add_trainingrun", _start),
    "cancel": ("feedback.change_trainingrun", _cancel),
    "evaluate": ("feedback.change_trainingrun", _evaluate),
    "promote": ("feedback.promote_adapter", _put_to_use),
    "roll_back": ("feedback.promote_adapter", _take_back),
}
