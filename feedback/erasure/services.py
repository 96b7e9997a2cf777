"""Erases a candidate: rows, files, indexes, snapshots and the trail's details."""

from dataclasses import asdict, dataclass, field
from typing import Any

from auditlog.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import QuerySet

from analyses.models import Analysis, Decision, IntakeItem, Question
from feedback.erasure.ids import rekey_feedback
from feedback.erasure.mentions import redact_mentions
from feedback.erasure.plan import ErasurePlan
from feedback.erasure.trail import ERASED, erased_key, scrub_trail
from feedback.errors import NotAllowed
from feedback.legacy.erasing import erase_from_export, exported_folders
from feedback.models import Feedback, Snapshot, Split, TrainingRun
from feedback.snapshots.cutting import Cut, cut_records
from feedback.trail import Actor, may
from resumes.models import Resume
from resumes.services import delete_resume


@dataclass(slots=True)
class ErasureReport:
    """What an erasure did. ``complete`` is False where something could not be reached; ``unreached`` says what."""

    rows: dict[str, int] = field(default_factory=dict)
    files: int = 0
    embeddings: int = 0
    trail_rows: int = 0
    mentions: int = 0
    rekeyed: int = 0
    named_jobs: list[str] = field(default_factory=list)  # their ids hold the name and stay
    snapshots: list[Cut] = field(default_factory=list)
    legacy_exports: dict[str, int] = field(default_factory=dict)
    exports_gone: list[str] = field(default_factory=list)  # folders that are not where they were written
    training_runs: list[int] = field(default_factory=list)
    adapters: list[dict[str, Any]] = field(default_factory=list)
    other_versions: list[str] = field(default_factory=list)
    unreached: list[str] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        """True when nothing of what was asked for is left."""
        return not self.unreached

    def as_json(self) -> dict[str, Any]:
        """The report as JSON holds it."""
        return {**asdict(self), "complete": self.complete}


def erase_candidate(*, plan: ErasurePlan, by: Actor) -> ErasureReport:
    """Erase everything of the plan but what the indexes hold: those are asked by ``settle_indexes`` afterwards.

    Snapshots first, for they are found through the rows. Each step can be done again after a crash. Raises
    ``NotAllowed``; ``by`` None is the operator at the command line.
    """
    if by is not None and not may(by, "resumes.delete_resume"):
        raise NotAllowed("Erasing a candidate takes the permission resumes.delete_resume.")
    report = ErasureReport(
        training_runs=plan.training_runs,
        adapters=_adapters(plan),
        other_versions=plan.other_versions,
        named_jobs=plan.named_jobs,
    )
    _cut_snapshots(Snapshot.objects.filter(pk__in=plan.snapshots), plan, report)
    _erase_exports(plan, report)
    with transaction.atomic():
        report.mentions = redact_mentions(Resume.objects.filter(pk__in=plan.resume_ids), plan.mention_ids)
        report.rows = _delete_rows(plan, by)
        rekey_feedback(plan.rekeyed_ids)
        report.rekeyed = len(set(plan.rekeyed_ids) & set(plan.mention_ids))
        report.trail_rows = sum(
            scrub_trail(model, keys)
            for model, keys in (
                (Resume, plan.resume_ids),
                (Analysis, plan.analysis_ids),
                (Question, plan.question_ids),
                (Decision, plan.decision_ids),
                (Feedback, plan.feedback_ids),
            )
        )
        _note(plan, by, report)
    # Those that were being made while the rows were still there.
    _cut_snapshots(Snapshot.objects.exclude(pk__in=plan.snapshots), plan, report)
    left = [name for name in plan.files if default_storage.exists(name)]
    report.files = len(plan.files) - len(left)
    report.unreached += [f"file {name}" for name in left]
    return report


def _cut_snapshots(snapshots: QuerySet[Snapshot], plan: ErasurePlan, report: ErasureReport) -> None:
    for snapshot in snapshots:
        cut = cut_records(snapshot, plan.keys, {*plan.feedback_ids, *plan.mention_ids})
        if cut:
            report.snapshots.append(cut)
            report.unreached += [f"copy of snapshot {cut.snapshot_id}: {path}" for path in cut.outputs_out_of_reach]


def _adapters(plan: ErasurePlan) -> list[dict[str, Any]]:
    """The adapters that were trained on what is erased: run, task, adapter (None where none was made), in use."""
    runs = TrainingRun.objects.filter(pk__in=plan.training_runs).select_related("embedding_model").order_by("pk")
    return [
        {
            "run": run.pk,
            "task": run.task,
            "adapter": run.adapter_path or None,
            "in_use": bool(run.embedding_model and run.embedding_model.is_active),
        }
        for run in runs
    ]


def _erase_exports(plan: ErasurePlan, report: ErasureReport) -> None:
    """Records and files in the folders of exports; those that cannot be read or written are left as unreached."""
    folders, report.exports_gone = exported_folders()
    for folder in folders:
        try:
            number = erase_from_export(folder, plan.meant)
        except (OSError, ValueError) as error:
            # The class only: a message may quote a record.
            report.unreached.append(f"exported folder {folder}: {type(error).__name__}")
            continue
        if number:
            report.legacy_exports[str(folder)] = number


def _delete_rows(plan: ErasurePlan, by: Actor) -> dict[str, int]:
    counts: dict[str, int] = {}
    # Feedback first: a revision may name the resume and no analysis.
    for row in Feedback.objects.filter(pk__in=plan.feedback_ids):
        row.delete()
        counts["feedback.Feedback"] = counts.get("feedback.Feedback", 0) + 1
    # Files whose name tells the candidate's, also those that were refused and became no resume.
    lines = IntakeItem.objects.filter(pk__in=plan.intake_ids).delete()[0]
    if lines:
        counts["analyses.IntakeItem"] = lines
    Split.objects.filter(resume__in=plan.resume_ids).delete()
    for resume in Resume.objects.filter(pk__in=plan.resume_ids).light():
        for label, number in delete_resume(resume=resume, cascade=True, by=by).items():
            counts[label] = counts.get(label, 0) + number
    return counts


def _note(plan: ErasurePlan, by: Actor, report: ErasureReport) -> None:
    """The line of the trail that an erasure leaves for each resume: when, by whom, how much."""
    for resume_id in plan.resume_ids:
        LogEntry.objects.create(
            content_type=ContentType.objects.get_for_model(Resume),
            object_pk=erased_key(resume_id),
            object_repr=ERASED,
            action=LogEntry.Action.DELETE,
            actor=by if by is not None and by.is_authenticated else None,
            changes={},
            additional_data={
                "event": "erase",
                "rows": report.rows,
                "snapshots": [cut.snapshot_id for cut in report.snapshots],
                "training_runs": report.training_runs,
            },
        )
