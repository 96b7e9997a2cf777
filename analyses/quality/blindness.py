"""Two hundred counterfactual pairs: the same record under another name, with other contact data, pronouns and age."""

from typing import Any

from analyses.pairs import job_from_text, resume_from_text, unstored_judge
from analyses.pipeline import Judge, score
from analyses.quality.honesty import AS_OF
from analyses.quality.personas import job_of, personas, resume_of


def measure(pairs: int = 200, judge: Judge | None = None) -> dict[str, Any]:
    """The largest change of a score over ``pairs`` pairs, and how many pairs changed at all.

    A pair is the same resume handed in by the first persona and by another one; resumes take turns. ``judge`` is the
    one in use unless another is named.
    """
    judge = judge or unstored_judge()
    people = list(personas(pairs + 1))
    base: dict[int, float] = {}
    changes = []
    for number, persona in enumerate(people[1:]):
        kind = number % 3
        job = job_from_text(job_of(kind))
        if kind not in base:
            first = score(job, resume_from_text(resume_of(kind, people[0]), as_of=AS_OF), judge)
            base[kind] = float(first["overall_score"])
        other = score(job, resume_from_text(resume_of(kind, persona), as_of=AS_OF), judge)
        changes.append(abs(float(other["overall_score"]) - base[kind]))
    return {
        "pairs": len(changes),
        "largest_change": round(max(changes), 4),
        "pairs_changed": sum(change > 0 for change in changes),
    }
