"""Takes the first generation's files in: ids, times and links as they are, each record once."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import DataError, IntegrityError, models, transaction

from analyses.models import Analysis
from feedback.duplicates import content_hash, first_with_same_text, subject_key
from feedback.legacy import analysis_records, feedback_records, job_records, resume_records
from feedback.legacy.applications import import_applications
from feedback.legacy.layout import (
    ANALYSES,
    ANALYSES_INDEX,
    APPLICATIONS,
    EXTRA,
    FILES,
    HISTORY,
    INTERACTIONS,
    JOBS,
    JOBS_INDEX,
    RESUMES_INDEX,
)
from feedback.legacy.reading import BrokenRecord, LegacyFolder, Problem, Record, extra_of
from feedback.models import Feedback
from feedback.trail import Actor, log_event
from jobs.models import Job
from jobs.services import read_requirements
from resumes.models import Resume
from resumes.persons import link_person
from resumes.services import read_resume

Tick = Callable[[int], object]


@dataclass(slots=True)
class ImportReport:
    """What an import did: rows by kind and outcome, links that led nowhere, and what was left out."""

    created: Counter[str] = field(default_factory=Counter)
    unchanged: Counter[str] = field(default_factory=Counter)
    dangling: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)
    dry_run: bool = False

    def as_json(self) -> dict[str, Any]:
        """The report as JSON holds it."""
        return {
            "dry_run": self.dry_run,
            "created": dict(self.created),
            "unchanged": dict(self.unchanged),
            "dangling_references": dict(self.dangling),
            "problems": [
                {"file": problem.file, "line": problem.line, "message": problem.message} for problem in self.problems
            ],
        }


class NothingToImport(Exception):
    """The folder holds none of the first generation's files."""


def import_legacy_data(*, root: Path, by: Actor, dry_run: bool = False, tick: Tick | None = None) -> ImportReport:
    """Import the folder. Rows that are there already stay as they are, so that a second run changes nothing.

    ``dry_run`` does everything in a transaction that is taken back, and stores no file. ``tick`` is called with the
    number of records done. Raises ``NothingToImport``.
    """
    folder = LegacyFolder(root)
    if not any((folder.root / name).is_file() for name in FILES):
        raise NothingToImport(f"{root} holds none of the files to import, such as {JOBS} or {INTERACTIONS}.")
    importer = _Importer(folder, by, dry_run, tick or (lambda _: None))
    if dry_run:
        with transaction.atomic():
            importer.run()
            transaction.set_rollback(True)
    else:
        importer.run()
        log_event(by, "import", by, what="legacy layout", rows=sum(importer.report.created.values()))
    importer.report.problems = folder.problems
    return importer.report


class _Importer:
    def __init__(self, folder: LegacyFolder, by: Actor, dry_run: bool, tick: Tick) -> None:
        self.folder, self.by, self.dry_run, self.tick = folder, by, dry_run, tick
        self.report = ImportReport(dry_run=dry_run)
        self.unread: list[Resume] = []  # without a text of their own, but with a PDF

    def run(self) -> None:
        """Everything, in the order in which the links need it."""
        jobs = self._with_index(JOBS, JOBS_INDEX, "job_id", "jobs")
        self._take("jobs", jobs, Job, "job_id", self._job)
        resumes = self.folder.index(RESUMES_INDEX, "resume_id", "resumes")
        self._take("resumes", resumes, Resume, "resume_id", self._resume)
        for resume in [] if self.dry_run else self.unread:
            read_resume(resume=resume, by=self.by)
        analyses = self._with_index(ANALYSES, ANALYSES_INDEX, "analysis_id", "analyses")
        self._take("analyses", analyses, Analysis, "analysis_id", self._analysis)
        # History first: what supersedes needs what it supersedes.
        self._take("feedback", self.folder.lines(HISTORY), Feedback, "id", self._feedback)
        self._take("feedback", self._newest(INTERACTIONS, "id"), Feedback, "id", self._feedback)
        made, kept = import_applications(self.folder, APPLICATIONS, by=self.by)
        if made or kept:
            self.report.created["applications"] = made
            self.report.unchanged["applications"] = kept

    def _take(
        self,
        kind: str,
        records: Iterator[Record],
        model: type[models.Model],
        id_field: str,
        save: Callable[[Record], None],
    ) -> None:
        for record in records:
            self.tick(1)
            key = record.values.get(id_field)
            try:
                if self._known(model, record.values, key):
                    self.report.unchanged[kind] += 1
                    continue
                with transaction.atomic():
                    save(record)
            except BrokenRecord as error:
                self.folder.report(record.file, record.line, str(error))
            except (IntegrityError, DataError):
                self.folder.report(record.file, record.line, "It does not fit the data that are there.")
            else:
                self.report.created[kind] += 1

    def _known(self, model: type[models.Model], values: dict[str, Any], key: Any) -> bool:
        if not isinstance(key, str | int) or isinstance(key, bool):
            return False
        if model is not Feedback:
            return bool(model._default_manager.filter(pk=str(key)).exists())
        own = extra_of(values, EXTRA).get("feedback_id")
        if isinstance(own, str):
            return Feedback.objects.filter(pk=own).exists()
        return Feedback.objects.filter(interaction_id=str(key)).exists()

    def _newest(self, name: Path, id_field: str) -> Iterator[Record]:
        """The last line of each id: the first generation wrote a changed record again at the end."""
        last: dict[Any, int | None] = {}
        for record in LegacyFolder(self.folder.root).lines(name):
            key = record.values.get(id_field)
            if isinstance(key, str | int):
                last[key] = record.line
        for record in self.folder.lines(name):
            key = record.values.get(id_field)
            if not isinstance(key, str | int) or last.get(key) == record.line:
                yield record

    def _with_index(self, name: Path, index: Path, id_field: str, wrapper: str) -> Iterator[Record]:
        """The records of a JSON Lines file, with what only its index knows about them."""
        known = {str(row.values.get(id_field)): row for row in self.folder.index(index, id_field, wrapper)}
        for record in self._newest(name, id_field):
            entry = known.pop(str(record.values.get(id_field)), None)
            missing = {} if entry is None else {k: v for k, v in entry.values.items() if k not in record.values}
            yield Record(record.file, record.line, {**missing, **record.values})
        for key, entry in known.items():
            if not self._in_table(id_field, key):
                self.folder.report(entry.file, entry.line, f"The {id_field} has no record in {name.name}.")

    def _in_table(self, id_field: str, key: str) -> bool:
        found = Job.objects.filter(pk=key) if id_field == "job_id" else Analysis.objects.filter(pk=key)
        return found.exists()

    def _link(self, model: type[models.Model], key: Any, what: str) -> Any:
        """The row a record points at, or None (counted) where it is gone."""
        if key in (None, ""):
            return None
        row = model._default_manager.filter(pk=str(key)).first() if isinstance(key, str | int) else None
        if row is None:
            self.report.dangling[what] += 1
        return row

    def _job(self, record: Record) -> None:
        job = job_records.job_of(record.values)
        job.save(force_insert=True)
        if not job_records.restore_parts(job, record.values):
            read_requirements(job=job, by=self.by)

    def _resume(self, record: Record) -> None:
        resume, pdf = resume_records.resume_of(record, self.folder)
        if resume.sha256 and Resume.objects.filter(sha256=resume.sha256).exists():
            self.folder.report(record.file, record.line, "Another resume has the same PDF; it is kept there only.")
            resume.sha256, pdf = None, None
        if pdf and not self.dry_run:
            resume_records.store_pdf(resume, pdf)
        resume.save(force_insert=True)
        if resume.profile:
            link_person(resume)
        if pdf and not resume.text and EXTRA not in record.values:
            self.unread.append(resume)

    def _analysis(self, record: Record) -> None:
        analysis = analysis_records.analysis_of(record.values)
        analysis.job = self._link(Job, record.values.get("job_id"), "analysis.job")
        analysis.resume = self._link(Resume, record.values.get("resume_id"), "analysis.resume")
        analysis.save(force_insert=True)
        analysis_records.restore_parts(analysis, record.values)

    def _feedback(self, record: Record) -> None:
        row = feedback_records.feedback_of(record.values)
        extra = extra_of(record.values, EXTRA)
        row.analysis = self._link(Analysis, record.values.get("analysis_id"), "feedback.analysis")
        row.job = self._link(Job, record.values.get("job_id"), "feedback.job")
        if row.analysis and row.analysis.job and row.job != row.analysis.job:
            if row.job:
                self.folder.report(
                    record.file, record.line, "The job is not the analysis's; the analysis's job is taken."
                )
            row.job = row.analysis.job
        row.resume = row.analysis.resume if row.analysis else None
        if extra.get("resume_id"):
            row.resume = self._link(Resume, extra["resume_id"], "feedback.resume")
        for name in ("supersedes", "duplicate_of"):
            setattr(row, name, Feedback.objects.filter(pk=str(extra[name])).first() if extra.get(name) else None)
        if not row.content_hash:
            said = (row.query, row.response, row.ideal_response)
            row.content_hash = content_hash(*said, row.job_id or "", row.resume_id or "")
            row.subject_key = subject_key(row)
            row.duplicate_of = first_with_same_text(row.content_hash, row.interaction_id)
            row.duplicate_similarity = 1.0 if row.duplicate_of else None
        row.save(force_insert=True)
