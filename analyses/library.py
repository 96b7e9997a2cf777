"""Search of the whole library by meaning and by skill, from what is stored of each resume: no file is read again."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import IntegerField
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

import skills
from analyses.engine.similarity import DECIMALS
from analyses.models import ResumeDigest
from resumes.models import Resume
from vectors.models import Embedding
from vectors.services import base_model, embed_query

LEAST = 0.15  # cosine below which a resume has nothing to do with the words
MOST = 60


@dataclass(frozen=True, slots=True)
class Near:
    """Resumes near to some words: cosine (0..1) by resume id, nearest first, and how many are not searchable yet."""

    similarity: dict[str, float] = field(default_factory=dict)
    not_yet: int = 0


def nearest(query: str, rows: Any) -> Near:
    """Those of ``rows`` (a queryset of resumes) that are nearest in meaning to ``query``.

    Names and contact data are no part of what is compared. The vectors are those that were stored when each resume
    was read: nothing but the words is embedded here.
    """
    import numpy as np

    model = base_model()
    asked = embed_query(query, model=model)
    ready = rows.filter(status=Resume.Status.READY).order_by()
    # None: no digest was made yet. Blank: there is nothing in it to be compared.
    digests = dict(ready.values_list("pk", "digest__content_hash"))
    keys = {key: content for key, content in digests.items() if content}
    wanted = ResumeDigest.objects.filter(resume__in=ready.values("pk")).exclude(content_hash="")
    stored = Embedding.objects.filter(model=model, content_hash__in=wanted.values("content_hash"))
    vectors = dict(stored.values_list("content_hash", "vector"))
    left = sum(content is None or (bool(content) and content not in vectors) for content in digests.values())
    found = [(key, vectors[content]) for key, content in keys.items() if content in vectors]
    if not found:
        return Near(not_yet=left)
    matrix = np.frombuffer(b"".join(bytes(vector) for _, vector in found), dtype="<f4").reshape(len(found), -1)
    cosines = np.round(matrix.astype(np.float64) @ asked.astype(np.float64), DECIMALS)
    pairs = sorted(zip(cosines.tolist(), (key for key, _ in found), strict=True), key=lambda pair: (-pair[0], pair[1]))
    return Near({key: value for value, key in pairs[:MOST] if value >= LEAST}, left)


def skill_named(words: str) -> str | None:
    """The id of the skill that ``words`` name; None where the taxonomy knows none."""
    found = list(skills.find_skills(words))
    return str(found[0].skill_id) if found else None


def with_skill(rows: Any, skill_id: str, years: float = 0) -> Any:
    """Those of ``rows`` that show the skill, in dated work of at least ``years`` where that is not 0."""
    if not years:
        return rows.filter(digest__months__has_key=skill_id)
    months = Cast(KeyTextTransform(skill_id, "digest__months"), IntegerField())
    return rows.annotate(skill_months=months).filter(skill_months__gte=round(years * 12))
