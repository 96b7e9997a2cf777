"""Hand-made inputs of the judge: a small taxonomy, a hashing embedder, resumes and jobs from plain text."""

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from analyses.engine.inputs import EngineContext, JobInput, Requirement, ResumeInput
from analyses.engine.judge import judge, prepare
from analyses.engine.reading import texts_to_embed

CONTEXT = EngineContext(model="words", model_sha256="0" * 64, dimension=256)


@dataclass(frozen=True)
class Found:
    skill_id: str
    start: int
    end: int


class SmallTaxonomy:
    version = "test-1"
    names = {"python": "Python", "django": "Django", "flask": "Flask", "kubernetes": "Kubernetes", "sql": "SQL",
             "postgresql": "PostgreSQL", "julia": "Julia"}  # fmt: skip

    def find(self, text):
        return [
            Found(key, m.start(), m.end())
            for key, name in self.names.items()
            for m in re.finditer(rf"(?<!\w){name}(?!\w)", text)
        ]

    def name(self, skill_id):
        return self.names[skill_id]

    def kinds(self, text):
        members = frozenset({"python", "julia"})
        return [("programming languages", members)] if "programming languages" in text.lower() else []

    def is_paper(self, skill_id):
        return False

    def related(self, wanted, found):
        pairs = {
            ("django", "flask"): (0.5, "both are web frameworks of Python"),
            ("sql", "postgresql"): (0.8, "a kind of SQL"),
        }
        return pairs.get((wanted, found), (0.0, ""))


def embed(text):
    """Words hashed into 256 buckets: near for texts that share words, and the same on every machine."""
    vector = np.zeros(256, dtype=np.float32)
    for word in re.findall(r"\w+", text.lower()):
        vector[int(hashlib.sha256(word[:6].encode()).hexdigest(), 16) % 256] += 1
    return vector / max(float(np.linalg.norm(vector)), 1e-9)


def job(*requirements, **fields):
    rows = tuple(r if isinstance(r, Requirement) else Requirement(f"r{i}", **r) for i, r in enumerate(requirements, 1))
    description = "\n".join(r.text for r in rows)
    base = JobInput(job_id="0a1b2c3d", version=1, description=description, requirements=rows)
    return replace(base, **fields)


def resume(text, profile=None, **fields):
    base = ResumeInput("resume_0", text, (), profile or {}, date(2026, 1, 15))
    return replace(base, **fields)


def result_of(wanted, given):
    reading = prepare(wanted, given, SmallTaxonomy())
    return judge(reading, {text: embed(text) for text in texts_to_embed(reading)}, CONTEXT)
