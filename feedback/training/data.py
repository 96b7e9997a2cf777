"""What an adapter of the embedding model is trained on: pairs of posting and resume with a rating.

A snapshot says which ratings count and which part each belongs to; the texts are made as the judge makes
them (personal parts cut out), so that the adapter sees in training what it will see in use. Somebody who was
erased since is not in the database any more, and so not in the pairs.
"""

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from analyses.engine.judge import fit_texts, prepare
from analyses.inputs import job_input, resume_input
from analyses.taxonomy import SiteTaxonomy
from feedback.models import FIT_KINDS, Snapshot
from feedback.snapshots.derive import read_records
from feedback.snapshots.index import RealIds, with_index
from feedback.snapshots.manifest import INDEX, RECORDS
from feedback.snapshots.splitting import TRAIN, UNSEEN_BOTH, UNSEEN_JOB, VALIDATION
from jobs.models import Job
from resumes.models import Resume

HELD_OUT = (UNSEEN_JOB, UNSEEN_BOTH)
PARTS = (TRAIN, VALIDATION, *HELD_OUT)


@dataclass(frozen=True, slots=True)
class FitRating:
    """The mean rating (1..5) that reviewers gave a candidate for a job, and the part it belongs to."""

    job_id: str
    job_version: int
    resume_id: str
    rating: float
    part: str


@dataclass(frozen=True, slots=True)
class FitTexts:
    """Posting and resume as the adapted model sees them."""

    job: str
    resume: str


def fit_ratings(snapshot: Snapshot) -> list[FitRating]:
    """Ratings of a candidate's fit in the snapshot, one for each job and resume, ordered by both.

    Ids are those of the database, also where the records show others because these hold a name.
    """
    found: dict[tuple[str, int, str, str], list[int]] = defaultdict(list)
    jobs, resumes = RealIds(Job, "job"), RealIds(Resume, "resume")
    for record, row in with_index(read_records(snapshot.folder / RECORDS), snapshot.folder / INDEX):
        if record["kind"] in FIT_KINDS and record["split"] in PARTS:
            job, resume = jobs(record["job_id"], row.job_key), resumes(record["resume_id"], row.resume_key)
            if job and resume:
                found[job, record["job_version"], resume, record["split"]].append(int(record["rating"]))
    return [
        FitRating(job, version, resume, fmean(ratings), part)
        for (job, version, resume, part), ratings in sorted(found.items())
    ]


class TextMaker:
    """Makes the texts of pairs as the judge makes them."""

    def __init__(self) -> None:
        self._taxonomy = SiteTaxonomy()

    def texts(self, rating: FitRating) -> FitTexts | None:
        """The texts of a pair; None where the job or the resume is gone or was never read."""
        job = Job.objects.filter(pk=rating.job_id).first()
        resume = Resume.objects.filter(pk=rating.resume_id, status=Resume.Status.READY).first()
        if job is None or resume is None:
            return None
        reading = prepare(job_input(job, rating.job_version or None), resume_input(resume), self._taxonomy)
        posting, candidate = fit_texts(reading)
        return FitTexts(posting, candidate) if posting and candidate else None


def write_pairs(snapshot: Snapshot, path: Path) -> int:
    """Write the training pairs as JSON Lines (sentence1, sentence2, score 0..1); returns how many."""
    maker, count = TextMaker(), 0
    with path.open("w", encoding="utf-8") as file:
        for rating in fit_ratings(snapshot):
            if rating.part != TRAIN:
                continue
            texts = maker.texts(rating)
            if texts is None:
                continue
            row = {"sentence1": texts.job, "sentence2": texts.resume, "score": round((rating.rating - 1) / 4, 4)}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
    return count
