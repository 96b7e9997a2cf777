"""The learned fit: how near a candidate is to what recruiters valued before, by an adapted model.

The adapted model sees two texts, the posting and the resume as the judge reads it: personal parts cut
out, hidden and copied text left out. Evidence and requirements stay with the base model, whose
similarities are calibrated; the learned fit is a component of its own with a stated share.
"""

from collections.abc import Sequence

from analyses.engine.chunks import Chunk
from analyses.engine.inputs import JobInput, LearnedFit
from analyses.engine.similarity import Vectors, matrix, ramp, similarities

MAX_CHARACTERS = 1400  # about the 256 word pieces that the encoder reads


def job_fit_text(job: JobInput) -> str:
    """The posting without what may not be scored: role, then its lines."""
    banned = [requirement.text.strip().casefold() for requirement in job.requirements if not requirement.scorable]
    lines = [line.strip() for line in job.description.splitlines() if line.strip()]
    kept = [line for line in lines if not any(text and text in line.casefold() for text in banned)]
    return "\n".join([job.role_name, *kept]).strip()[:MAX_CHARACTERS]


def resume_fit_text(earning: Sequence[Chunk]) -> str:
    """The resume's earning sentences in reading order, as far as the encoder reads.

    A long resume gives each sentence its share, so that its last section is read too.
    """
    texts = [chunk.embedded for chunk in earning if chunk.embedded]
    total = sum(len(text) + 1 for text in texts)
    if total <= MAX_CHARACTERS:
        return "\n".join(texts)
    share = MAX_CHARACTERS / total
    return "\n".join(text[: max(24, int(len(text) * share))].rstrip() for text in texts)[:MAX_CHARACTERS]


def learned_fit(job_text: str, resume_text: str, vectors: Vectors, fit: LearnedFit) -> float:
    """0..1: the cosine of both texts on the scale that was measured when the adapter was evaluated."""
    if not job_text or not resume_text:
        return 0.0
    return ramp(similarity(job_text, resume_text, vectors), fit.low, fit.high)


def similarity(job_text: str, resume_text: str, vectors: Vectors) -> float:
    """Cosine of both texts, rounded as every similarity is."""
    return float(similarities(matrix([job_text], vectors), matrix([resume_text], vectors))[0, 0])
