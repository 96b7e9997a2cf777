"""Whether there is enough to train on: libraries, ratings, held-out jobs."""

from importlib.util import find_spec
from itertools import islice

from feedback.models import Snapshot
from feedback.snapshots.derive import read_records
from feedback.snapshots.formats import FORMATS
from feedback.snapshots.manifest import RECORDS
from feedback.snapshots.splitting import TRAIN
from feedback.training.data import HELD_OUT, fit_ratings
from feedback.training.errors import BadTraining, TooFewRatings, TrainingNotInstalled

LEAST_RATINGS = 100
LEAST_HELD_OUT_JOBS = 10
LEAST_ROWS = 2
NEEDED = ("peft", "trl", "datasets", "accelerate")
# The data set of each format that its trainer reads.
CAUSAL_DATASETS = {
    "sft": next(row for row in FORMATS["sft"].datasets if row.path == "prompt_completion"),
    "dpo": FORMATS["dpo"].datasets[0],
    "kto": FORMATS["kto"].datasets[0],
}
_TAKES = {
    "sft": "answers, findings or analyses that were corrected or rated 4 or 5",
    "dpo": "answers, findings or analyses that were corrected",
    "kto": "answers, findings or analyses that were rated 1, 2, 4 or 5",
}


def check_installed() -> None:
    """Raise TrainingNotInstalled without the libraries of requirements-train.txt. Imports none of them."""
    if any(find_spec(name) is None for name in NEEDED):
        raise TrainingNotInstalled


def check_enough(task: str, snapshot: Snapshot, *, force: bool = False) -> dict[str, int]:
    """How many ratings, held-out jobs and (for a language model) training rows there are.

    Raises TooFewRatings, saying what is missing; with ``force`` only where nothing at all could be trained.
    """
    counts = _causal_counts(task, snapshot) if task in CAUSAL_DATASETS else _fit_counts(snapshot)
    if counts.get("rows", LEAST_ROWS) < LEAST_ROWS:
        raise TooFewRatings(
            f"The snapshot has {counts['rows']} training rows for {task}: it takes {_TAKES[task]}, for a job and a "
            "candidate that are drawn for training."
        )
    if not force and (counts["ratings"] < LEAST_RATINGS or counts["held_out_jobs"] < LEAST_HELD_OUT_JOBS):
        rated = "pairs of job and candidate" if task == "embed" else "answers, findings and analyses"
        raise TooFewRatings(
            f"The snapshot rates {counts['ratings']} {rated} and holds out "
            f"{counts['held_out_jobs']} jobs. At least {LEAST_RATINGS} ratings are needed to learn from, and "
            f"{LEAST_HELD_OUT_JOBS} held-out jobs to tell whether anything was learned. Collect more feedback, "
            "or force a trial."
        )
    return counts


def _fit_counts(snapshot: Snapshot) -> dict[str, int]:
    ratings = fit_ratings(snapshot)
    jobs = {rating.job_id for rating in ratings if rating.part in HELD_OUT}
    return {"ratings": len(ratings), "held_out_jobs": len(jobs)}


def _causal_counts(task: str, snapshot: Snapshot) -> dict[str, int]:
    """Ratings of words, jobs held out among them, and rows that the trainer of the task reads."""
    if task not in CAUSAL_DATASETS:
        raise BadTraining(f"There is no task {task!r}.")
    dataset, ratings, rows, jobs = CAUSAL_DATASETS[task], 0, 0, set()
    for record in read_records(snapshot.folder / RECORDS):
        made = len(list(islice(dataset.rows(record), 1)))
        rows += made if record["split"] == TRAIN else 0
        ratings += made
        if record["split"] in HELD_OUT and made:
            jobs.add(record["job_id"])
    return {"ratings": ratings, "held_out_jobs": len(jobs), "rows": rows}
