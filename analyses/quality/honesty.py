"""What must hold for every result: quotes verbatim, contributions that add up, runs that are equal."""

import hashlib
import json
import os
import subprocess
import sys
from datetime import date
from typing import Any

from analyses.engine.inputs import JobInput, ResumeInput
from analyses.pairs import job_from_text, resume_from_text, unstored_judge
from analyses.pipeline import score
from analyses.quality.personas import RESUMES, job_of, personas, resume_of

VOLATILE = ("timestamp", "timing_ms")
AS_OF = date(2026, 1, 1)  # what "Present" means in the built-in resumes


def quotes_verbatim(result: dict[str, Any], text: str) -> tuple[int, int]:
    """How many quotes of a result stand in the text exactly where it says, and how many there are."""
    quotes = [item for row in (*result["requirements"], *result["components"]) for item in row["evidence"]]
    return sum(item["quote"] == text[item["start"] : item["end"]] for item in quotes), len(quotes)


def contribution_gap(result: dict[str, Any]) -> float:
    """How far contributions are from adding up to the overall score."""
    rows = [*result["requirements"], *result["components"]]
    return abs(sum(float(row["contribution"]) for row in rows) - float(result["overall_score"]))


def fingerprint(result: dict[str, Any]) -> str:
    """SHA-256 of a result without what may differ."""
    stable = {key: value for key, value in result.items() if key not in VOLATILE}
    return hashlib.sha256(json.dumps(stable, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def sample_pairs() -> list[tuple[JobInput, ResumeInput]]:
    """Each built-in resume against each built-in posting."""
    someone = next(personas(1))
    return [
        (job_from_text(job_of(j)), resume_from_text(resume_of(r, someone), as_of=AS_OF))
        for r in range(len(RESUMES))
        for j in range(len(RESUMES))
    ]


def sample_fingerprints() -> list[str]:
    """Fingerprints of the built-in pairs, scored anew."""
    judge = unstored_judge()
    return [fingerprint(score(job, resume, judge)) for job, resume in sample_pairs()]


def other_process() -> list[str]:
    """The same from a process of its own with another hash seed. Raises CalledProcessError when it fails."""
    program = (
        "import django; django.setup(); import json; from analyses.quality.honesty import sample_fingerprints; "
        "print(json.dumps(sample_fingerprints()))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "12345"}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    found: list[str] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def measure() -> dict[str, Any]:
    """Verbatim quotes, the largest gap, and whether two runs and two processes agree."""
    judge = unstored_judge()
    results = [(score(job, resume, judge), resume.text) for job, resume in sample_pairs()]
    counts = [quotes_verbatim(result, text) for result, text in results]
    first = [fingerprint(result) for result, _ in results]
    return {
        "quotes": sum(total for _, total in counts),
        "quotes_verbatim": sum(good for good, _ in counts),
        "largest_contribution_gap": round(max(contribution_gap(result) for result, _ in results), 4),
        "two_runs_equal": first == sample_fingerprints(),
        "two_processes_equal": first == other_process(),
    }
