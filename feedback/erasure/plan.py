"""What erasing a candidate would reach."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from analyses.intake import items_about
from analyses.models import Analysis, Decision, Question
from feedback.erasure.ids import jobs_that_name, telling_ids
from feedback.erasure.mentions import find_mentions
from feedback.erasure.texts import text_hashes
from feedback.legacy.erasing import Meant, erase_from_export, exported_folders
from feedback.models import Feedback, Snapshot, TrainingRun
from feedback.snapshots.cutting import count_records, is_unfinished
from feedback.snapshots.index import erasure_key
from resumes.models import PersonRuling, Resume


@dataclass(slots=True)
class ErasurePlan:
    """Everything about one candidate, by id; names never stand in it."""

    resume_ids: list[str]
    other_versions: list[str]
    analysis_ids: list[str]
    question_ids: list[str]
    decision_ids: list[int]
    feedback_ids: list[str]
    mention_ids: list[str] = field(default_factory=list)
    rekeyed_ids: dict[str, str] = field(default_factory=dict)  # ids of feedback that hold the name -> what they become
    named_jobs: list[str] = field(default_factory=list)  # jobs whose ids hold the name
    intake_ids: list[int] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    snapshots: dict[str, int] = field(default_factory=dict)
    legacy_exports: dict[str, int] = field(default_factory=dict)
    training_runs: list[int] = field(default_factory=list)
    text_hashes: list[str] = field(default_factory=list)

    @property
    def meant(self) -> Meant:
        """Whom and what to look for in exported folders."""
        told = frozenset((*self.feedback_ids, *self.mention_ids))
        return Meant(frozenset(self.resume_ids), frozenset(self.analysis_ids), told, self.rekeyed_ids)

    @property
    def keys(self) -> set[str]:
        """The keys under which snapshots know the resumes."""
        return {erasure_key(resume_id) for resume_id in self.resume_ids}

    def counts(self) -> dict[str, int]:
        """How many of each kind."""
        return {name.removesuffix("_ids"): len(value) for name, value in self.as_json().items()}

    def as_json(self) -> dict[str, Any]:
        """The plan as JSON holds it, without the hashes of the texts."""
        return {name: value for name, value in asdict(self).items() if name != "text_hashes"}


def resumes_with_email(email: str) -> list[str]:
    """Ids of the resumes that give this e-mail address, in any case."""
    found = Resume.objects.filter(profile__basics__email__iexact=email.strip()).order_by("pk")
    return list(found.values_list("pk", flat=True))


def told_apart(resume_ids: Iterable[str]) -> list[str]:
    """Those of the resumes of which somebody said that they are two people's: fathers and sons share an address."""
    rows = PersonRuling.objects.filter(one__in=resume_ids, other__in=resume_ids, same=False)
    return sorted({pk for pair in rows.values_list("one", "other") for pk in pair})


def plan_erasure(*, resume_ids: Iterable[str], all_versions: bool) -> ErasurePlan:
    """Look up everything that erasing the resumes (with ``all_versions``: all of their persons') reaches."""
    asked = set(resume_ids)
    persons = Resume.objects.filter(pk__in=asked, person__isnull=False).values("person")
    others = sorted(set(Resume.objects.filter(person__in=persons).values_list("pk", flat=True)) - asked)
    resume_ids = sorted(asked | set(others if all_versions else []))
    found = Resume.objects.filter(pk__in=resume_ids)
    analyses = list(Analysis.objects.filter(resume__in=resume_ids).order_by("pk").values_list("pk", flat=True))
    feedback = Feedback.objects.filter(analysis__in=analyses) | Feedback.objects.filter(resume__in=resume_ids)
    plan = ErasurePlan(
        resume_ids=resume_ids,
        other_versions=[] if all_versions else others,
        analysis_ids=analyses,
        question_ids=list(Question.objects.filter(analysis__in=analyses).order_by("pk").values_list("pk", flat=True)),
        decision_ids=list(Decision.objects.filter(analysis__in=analyses).order_by("pk").values_list("pk", flat=True)),
        feedback_ids=list(feedback.distinct().order_by("pk").values_list("pk", flat=True)),
        files=sorted(set(found.exclude(file="").values_list("file", flat=True))),
    )
    plan.text_hashes = text_hashes(plan.resume_ids, plan.feedback_ids, plan.question_ids)
    plan.intake_ids = items_about(list(found))
    plan.mention_ids = find_mentions(found, set(plan.feedback_ids))
    told = {*plan.feedback_ids, *plan.mention_ids}
    plan.rekeyed_ids = telling_ids(found, sorted(told))
    plan.named_jobs = jobs_that_name(found)
    for snapshot in Snapshot.objects.all():
        count = count_records(snapshot, plan.keys, told)
        if count or is_unfinished(snapshot):
            plan.snapshots[snapshot.pk] = count
    for folder in exported_folders()[0]:
        try:
            count = erase_from_export(folder, plan.meant, dry_run=True)
        except (OSError, ValueError):
            count = 1  # it cannot be read: erasing says so
        if count:
            plan.legacy_exports[str(folder)] = count
    hashes = _hashes(plan.snapshots)
    plan.training_runs = list(
        TrainingRun.objects.filter(snapshot_hash__in=hashes).order_by("pk").values_list("pk", flat=True)
    )
    return plan


def empty_plan(resume_id: str) -> ErasurePlan:
    """The plan for a resume whose rows are gone already: only the indexes are left to settle."""
    return ErasurePlan([resume_id], [], [], [], [], [])


def _hashes(snapshot_ids: dict[str, int]) -> set[str]:
    """Every hash the snapshots ever had: a run names the one it was trained on."""
    hashes: set[str] = set()
    for snapshot in Snapshot.objects.filter(pk__in=snapshot_ids):
        hashes |= {snapshot.hash, *(erasure["old_hash"] for erasure in snapshot.erasures)}
    return hashes
