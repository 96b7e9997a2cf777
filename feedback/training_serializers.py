"""The shape of snapshots, training runs and adapters as the API takes and answers them."""

from typing import Any

from rest_framework import serializers

from feedback.models import Feedback, TrainingRun, TrainingStep
from feedback.serializers import FeedbackRow, check_storable
from feedback.training.parameters import TASKS
from jobs.one_of import OneOf


class RunQuery(serializers.Serializer[Any]):
    """Filters of the list of runs."""

    task = OneOf(choices=TASKS, required=False)
    status = OneOf(choices=TrainingRun.Status.choices, required=False)
    verdict = OneOf(choices=["candidate", "not_better"], required=False)


class RunRequest(serializers.Serializer[Any]):
    """A training to begin. What is left out is chosen for the task."""

    task = OneOf(choices=TASKS, default="embed")
    snapshot_id = serializers.CharField(
        required=False,
        allow_null=True,
        max_length=12,
        validators=[check_storable],
        help_text="Else the feedback of now",
    )
    base = serializers.CharField(
        required=False,
        allow_blank=True,
        default="",
        max_length=300,
        validators=[check_storable],
        help_text="The language model of sft, dpo and kto: a folder, a hub name or a GGUF file",
    )
    r = serializers.IntegerField(required=False, help_text="Rank of the adapter")
    steps = serializers.IntegerField(required=False)
    batch_size = serializers.IntegerField(required=False)
    learning_rate = serializers.FloatField(required=False)
    seed = serializers.IntegerField(required=False)
    device = serializers.CharField(required=False, max_length=20, help_text="auto, cpu, cuda, cuda:1, mps")
    bf16 = serializers.CharField(required=False, max_length=5, help_text="auto, true, false")
    max_tokens = serializers.IntegerField(required=False)
    force = serializers.BooleanField(default=False, help_text="Train on less than is sensible: for trials")


class StepShape(serializers.Serializer[Any]):
    """Measuring an adapter, or putting it to use: how far it is and what came of it."""

    kind = serializers.ChoiceField(choices=TrainingStep.Kind.choices)
    status = serializers.ChoiceField(choices=TrainingStep.Status.choices)
    forced = serializers.BooleanField()
    progress = serializers.DictField(help_text="done, total, seconds_left; empty before it has begun")
    error = serializers.CharField(allow_null=True)
    created_at = serializers.DateTimeField()
    finished_at = serializers.DateTimeField(allow_null=True)
    created_by = serializers.CharField(allow_null=True)


class GainShape(serializers.Serializer[Any]):
    """Gain in NDCG@5 over what was in use, with its 95 % interval over held-out jobs."""

    mean = serializers.FloatField()
    low = serializers.FloatField()
    high = serializers.FloatField()


class RunRow(serializers.Serializer[Any]):
    """One training run in a list."""

    run_id = serializers.IntegerField()
    task = serializers.ChoiceField(choices=TASKS)
    status = serializers.ChoiceField(choices=TrainingRun.Status.choices)
    verdict = serializers.ChoiceField(choices=["candidate", "not_better"], allow_null=True)
    in_use = serializers.BooleanField()
    adapter = serializers.CharField(allow_null=True, help_text="The model that serves it, once it was measured")
    gain = GainShape(allow_null=True)
    progress = serializers.DictField(help_text="step, steps, loss, seconds_left; empty before it has begun")
    step = StepShape(allow_null=True, help_text="The newest of measuring and putting to use")
    error = serializers.CharField(allow_null=True)
    snapshot_id = serializers.CharField(allow_null=True)
    snapshot_hash = serializers.CharField()
    records_erased_since = serializers.IntegerField(help_text="Of what the run was trained on")
    base = serializers.CharField()
    base_sha256 = serializers.CharField()
    adapter_sha256 = serializers.CharField(allow_null=True)
    created_at = serializers.DateTimeField()
    started_at = serializers.DateTimeField(allow_null=True)
    finished_at = serializers.DateTimeField(allow_null=True)
    created_by = serializers.CharField(allow_null=True)


class RunDetail(RunRow):
    """One training run with everything that is known of it."""

    parameters = serializers.DictField()
    metrics = serializers.DictField()
    versions = serializers.DictField()
    evaluation = serializers.DictField(help_text="Figures on held-out jobs, guards, slices by kind of job")
    not_better_because = serializers.ListField(child=serializers.CharField())
    log = serializers.CharField()
    steps = StepShape(many=True)


class PromotionRequest(serializers.Serializer[Any]):
    """Putting an adapter to use."""

    force = serializers.BooleanField(default=False, help_text="Also where it was not found better; the trail says so")


class AdapterRow(serializers.Serializer[Any]):
    """A model that judges or could judge: the base, or the base with an adapter merged in."""

    adapter = serializers.CharField(help_text="Key of the model, as analyses name it")
    base = serializers.CharField(allow_null=True, help_text="Null for the base itself")
    run_id = serializers.IntegerField(allow_null=True)
    in_use = serializers.BooleanField()
    roll_back_target = serializers.BooleanField(help_text="What rolling back would return to")
    share = serializers.FloatField(allow_null=True, help_text="Of a score, 0..1")
    embeddings = serializers.IntegerField()
    created_at = serializers.DateTimeField()


class InUse(serializers.Serializer[Any]):
    """What is in use now."""

    in_use = serializers.CharField()
    taken_back = serializers.CharField()


class Removed(serializers.Serializer[Any]):
    """Models whose vectors and indexes were removed."""

    removed = serializers.ListField(child=serializers.CharField())


class FeedbackBehind(serializers.Serializer[Any]):
    """Which feedback stands behind a score: the adapter, its run, the snapshot, and a page of the rows."""

    analysis_id = serializers.CharField()
    adapter = serializers.CharField(allow_null=True, help_text="Null where no adapter took part in the score")
    run_id = serializers.IntegerField(allow_null=True)
    snapshot_id = serializers.CharField(allow_null=True)
    snapshot_hash = serializers.CharField(allow_null=True)
    count = serializers.IntegerField()
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)
    results = FeedbackRow(many=True)


class SnapshotRequest(serializers.Serializer[Any]):
    """A snapshot to make: formats to write beside the records, and which feedback it takes."""

    formats = serializers.ListField(child=serializers.CharField(max_length=30), required=False, default=list)
    parquet = serializers.BooleanField(default=False, help_text="Write the formats as Parquet")
    with_personal_data = serializers.BooleanField(default=False)
    min_rating = serializers.IntegerField(min_value=1, max_value=5, required=False)
    max_rating = serializers.IntegerField(min_value=1, max_value=5, required=False)
    job_id = serializers.CharField(required=False, max_length=64, validators=[check_storable])
    kind = serializers.ChoiceField(choices=Feedback.Kind.choices, required=False)
    reviewer_role = serializers.CharField(required=False, max_length=50, validators=[check_storable])
    since = serializers.DateTimeField(required=False)
    until = serializers.DateTimeField(required=False)


class SnapshotRow(serializers.Serializer[Any]):
    """One snapshot in a list."""

    snapshot_id = serializers.CharField()
    hash = serializers.CharField()
    records_sha256 = serializers.CharField()
    filters = serializers.DictField()
    counts = serializers.DictField()
    formats = serializers.ListField(child=serializers.CharField())
    with_personal_data = serializers.BooleanField()
    parent_snapshot_id = serializers.CharField(allow_null=True)
    erasures = serializers.ListField(child=serializers.DictField())
    training_runs = serializers.ListField(child=serializers.IntegerField())
    created_at = serializers.DateTimeField()
    created_by = serializers.CharField(allow_null=True)


class SnapshotDetail(SnapshotRow):
    """One snapshot with its manifest and its data card."""

    manifest = serializers.DictField()
    card = serializers.CharField(help_text="Markdown")


class OverviewShape(serializers.Serializer[Any]):
    """What there is to learn from, how it grew, and what each adapter was worth."""

    total = serializers.IntegerField()
    usable = serializers.IntegerField()
    pairs = serializers.IntegerField()
    jobs = serializers.IntegerField()
    candidates = serializers.IntegerField()
    held_out_jobs = serializers.IntegerField()
    by_part = serializers.DictField(child=serializers.IntegerField())
    left_out = serializers.ListField(child=serializers.DictField())
    growth = serializers.ListField(child=serializers.DictField())
    adapters = serializers.ListField(child=serializers.DictField())
    least_ratings = serializers.IntegerField()
    least_held_out_jobs = serializers.IntegerField()
    obstacle = serializers.CharField(allow_blank=True)
