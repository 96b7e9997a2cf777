"""How well scores part matching pairs from others: area under the ROC curve, beside two baselines in the same run."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from analyses.pairs import score_pairs, unstored_judge


@dataclass(frozen=True, slots=True)
class Separation:
    """Areas under the ROC curve on one file of pairs, and the mean scores of both kinds."""

    pairs: int
    engine: float
    tfidf: float
    whole_text_embedding: float
    mean_match: float
    mean_non_match: float

    def as_json(self) -> dict[str, Any]:
        """For the report."""
        return asdict(self)


def is_match(row: dict[str, Any]) -> bool:
    """True for a pair labelled as a match (``match``, 1 or true)."""
    return str(row["label"]).strip().lower() in ("match", "1", "true", "yes")


def roc_auc(scores: Sequence[float], labels: Sequence[bool]) -> float:
    """Chance that a matching pair scores above another one, ties counted half (Mann-Whitney).

    Raises ValueError without both kinds.
    """
    import numpy as np

    positive = np.array([s for s, label in zip(scores, labels, strict=True) if label])
    negative = np.array([s for s, label in zip(scores, labels, strict=True) if not label])
    if not len(positive) or not len(negative):
        raise ValueError("Both matching and other pairs are needed.")
    above = (positive[:, None] > negative[None, :]).sum() + 0.5 * (positive[:, None] == negative[None, :]).sum()
    return round(float(above) / (len(positive) * len(negative)), 4)


def measure(pairs: Sequence[dict[str, Any]]) -> Separation:
    """Score labelled pairs and compare with both baselines."""
    import numpy as np

    labels = [is_match(row) for row in pairs]
    scores = [float(row["overall_score"]) for row in score_pairs(pairs)]
    return Separation(
        pairs=len(pairs),
        engine=roc_auc(scores, labels),
        tfidf=roc_auc(tfidf_similarity(pairs), labels),
        whole_text_embedding=roc_auc(embedding_similarity(pairs), labels),
        mean_match=round(float(np.mean([s for s, x in zip(scores, labels, strict=True) if x])), 2),
        mean_non_match=round(float(np.mean([s for s, x in zip(scores, labels, strict=True) if not x])), 2),
    )


def tfidf_similarity(pairs: Sequence[dict[str, Any]]) -> list[float]:
    """Cosine of TF-IDF vectors of all words, fitted on all texts."""
    import numpy as np
    from sklearn.feature_extraction.text import TfidfVectorizer

    resumes, jobs = [row["resume_text"] for row in pairs], [row["job_text"] for row in pairs]
    vectorizer = TfidfVectorizer().fit(resumes + jobs)
    product = vectorizer.transform(resumes).multiply(vectorizer.transform(jobs)).sum(axis=1)
    return [float(value) for value in np.asarray(product).ravel()]


def embedding_similarity(pairs: Sequence[dict[str, Any]]) -> list[float]:
    """Cosine of the embeddings of both whole texts."""
    embed = unstored_judge().embed
    values = []
    for row in pairs:
        vectors = embed([row["resume_text"], row["job_text"]])
        values.append(float(vectors[row["resume_text"]] @ vectors[row["job_text"]]))
    return values
