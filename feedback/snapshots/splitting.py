"""Which part of the data a job or a candidate belongs to. Pure.

Jobs and candidates are drawn apart, each by a salted hash of its content, so that the draw does not depend on
what else there is, and a row of feedback follows from both. Grouping by job and candidate at once would chain
everything that shares a candidate into one group.
"""

import hashlib
import re
from dataclasses import dataclass

TRAIN, VALIDATION, TEST = "train", "validation", "test"
UNSEEN_JOB = "unseen_job"
UNSEEN_BOTH = "unseen_job_and_candidate"
LEFT_OUT = "left_out"
# The parts of a snapshot, in the order in which they are reported.
PARTS = (TRAIN, VALIDATION, UNSEEN_JOB, UNSEEN_BOTH, LEFT_OUT)
DEFAULT_SALT = "ats-splits-1"
NEAR_DUPLICATE_BITS = 3  # Manku, Jain, Das Sarma (2007): near-duplicates differ in at most 3 of 64 bits

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Shares:
    """How much goes where, as fractions that add up to 1. Raises ``ValueError`` otherwise."""

    train: float = 0.7
    validation: float = 0.1
    test: float = 0.2

    def __post_init__(self) -> None:
        values = (self.train, self.validation, self.test)
        if min(values) < 0 or abs(sum(values) - 1) > 1e-9:
            raise ValueError("Shares are three numbers from 0 to 1 that add up to 1, such as 0.7,0.1,0.2.")

    @classmethod
    def parse(cls, text: str) -> "Shares":
        """Shares from ``0.7,0.1,0.2``."""
        try:
            train, validation, test = (float(part) for part in text.split(","))
        except ValueError as error:
            raise ValueError("Write three shares, such as 0.7,0.1,0.2.") from error
        return cls(train, validation, test)


def drawn(key: str, salt: str, shares: Shares) -> str:
    """``train``, ``validation`` or ``test`` for the key: the same for ever under the same salt and shares."""
    digest = hashlib.sha256(f"{salt}\x1f{key}".encode()).digest()
    place = int.from_bytes(digest[:8], "big") / 2**64
    if place < shares.train:
        return TRAIN
    return VALIDATION if place < shares.train + shares.validation else TEST


def part_of(job: str | None, candidate: str | None) -> str:
    """The part a row belongs to, from the parts of its job and of its candidate (None where it has none).

    A training row has both in ``train``. Held out are rows of a test job with a candidate seen in training, and
    of a test job with a test candidate; any other mixture is left out.
    """
    if candidate is None:
        return UNSEEN_JOB if job == TEST else job or TRAIN
    if job is None:
        return LEFT_OUT if candidate == TEST else candidate
    if job == candidate == TRAIN:
        return TRAIN
    if job == VALIDATION and candidate in (TRAIN, VALIDATION):
        return VALIDATION
    if job == TEST and candidate == TRAIN:
        return UNSEEN_JOB
    return UNSEEN_BOTH if job == candidate == TEST else LEFT_OUT


def simhash(text: str) -> int:
    """A 64-bit fingerprint that near-duplicates nearly share (Charikar 2002), over word triples."""
    import numpy as np

    words = [word.casefold() for word in _WORD.findall(text)]
    shingles = {" ".join(words[n : n + 3]) for n in range(max(1, len(words) - 2))}
    digests = b"".join(hashlib.blake2b(shingle.encode(), digest_size=8).digest() for shingle in shingles)
    bits = np.unpackbits(np.frombuffer(digests, dtype=np.uint8).reshape(-1, 8), axis=1)
    most = 2 * bits.sum(axis=0, dtype=np.int64) > len(shingles)
    return int.from_bytes(np.packbits(most).tobytes(), "big")


def bands(fingerprint: int) -> tuple[int, int, int, int]:
    """Four numbers of 16 bits: two fingerprints that differ in at most 3 bits share at least one of them."""
    first, second, third, fourth = (fingerprint >> shift & 0xFFFF for shift in (0, 16, 32, 48))
    return first, second, third, fourth


def is_near(a: int, b: int) -> bool:
    """True when the fingerprints are those of near-duplicates."""
    return (a ^ b).bit_count() <= NEAR_DUPLICATE_BITS
