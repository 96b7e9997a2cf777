"""The training page: how much there is to learn from, adapters with their measured gain, which one is in use."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from atsproject.pages.acting import act, number
from feedback.models import FIT_KINDS, Feedback, Snapshot, TrainingRun
from feedback.snapshots.build import create_snapshot
from feedback.training import promotion, runs
from feedback.training.judging import evaluate_run
from vectors.services import active_model

SHOWN = 20


def training(request: HttpRequest) -> HttpResponse:
    """Data, runs and the model in use."""
    runs.fail_crashed_runs()
    fit = Feedback.objects.current().filter(kind__in=FIT_KINDS)
    return render(
        request,
        "pages/training.html",
        {
            "model": active_model(),
            "runs": TrainingRun.objects.select_related("snapshot", "created_by")[:SHOWN],
            "snapshots": Snapshot.objects.all()[:SHOWN],
            "fit_ratings": fit.count(),
            "fit_jobs": fit.values("job").distinct().count(),
            "least": runs.LEAST_RATINGS,
            "least_jobs": runs.LEAST_HELD_OUT_JOBS,
        },
    )


@require_POST
def training_act(request: HttpRequest) -> HttpResponse:
    """Start, cancel, evaluate, put to use, or take back."""
    what, back = request.POST.get("do", ""), reverse("training")

    def chosen() -> TrainingRun:
        return get_object_or_404(TrainingRun, pk=number(request.POST.get("run")))

    def start() -> str:
        snapshot, _ = create_snapshot(by=request.user)
        run = runs.request_training(by=request.user, task="embed", snapshot=snapshot)
        return f"Run {run.pk} is waiting for the worker."

    def cancel() -> str:
        return f"Run {runs.cancel_training(run=chosen(), by=request.user).pk} is asked to stop."

    def evaluate() -> str:
        return f"Measured: {evaluate_run(run=chosen(), by=request.user).get_verdict_display().lower()}."

    def put_to_use() -> str:
        return f"In use: {promotion.promote(run=chosen(), by=request.user).key}."

    def take_back() -> str:
        return f"In use again: {promotion.roll_back(by=request.user).key}."

    choices = {
        "start": ("feedback.add_trainingrun", start),
        "cancel": ("feedback.change_trainingrun", cancel),
        "evaluate": ("feedback.change_trainingrun", evaluate),
        "promote": ("feedback.promote_adapter", put_to_use),
        "roll_back": ("feedback.promote_adapter", take_back),
    }
    if what not in choices:
        raise Http404
    permission, do = choices[what]
    return act(request, permission, do, back)
