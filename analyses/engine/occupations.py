"""Occupations that go by several names: a lorry driver is an HGV driver, a physical therapist a physiotherapist.

A title belongs to the row of :mod:`analyses.engine.occupation_names` that has the longest name in it; two titles of one
row are the same work, two rows of one trade lie beside each other.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from analyses.engine.occupation_names import ROWS

# Letters that stand for a title, as resumes and postings write them.
_LETTERS = {
    "PA": "personal assistant",
    "EA": "executive assistant",
    "SDR": "sales development representative",
    "BDR": "business development representative",
    "AE": "account executive",
    "CSM": "customer success manager",
    "SRE": "site reliability engineer",
    "SWE": "software engineer",
    "DBA": "database administrator",
    "HCA": "healthcare assistant",
    "CNA": "certified nursing assistant",
    "RN": "registered nurse",
    "LPN": "licensed practical nurse",
    "LVN": "licensed vocational nurse",
    "FLT": "forklift",
    "LGV": "HGV",
    "HRBP": "HR business partner",
    "QS": "quantity surveyor",
    "CRA": "clinical research associate",
    "BI": "business intelligence",
    "ML": "machine learning",
    "QA": "quality assurance",
    "MLS": "medical laboratory scientist",
    "CSR": "customer service representative",
    "OT": "occupational therapist",
    "PT": "physical therapist",
    "PO": "product owner",
    "RDH": "dental hygienist",
    "SOC": "security operations",
    "SLP": "speech language pathologist",
    "EMT": "emergency medical technician",
}


@dataclass(frozen=True, slots=True)
class _Row:
    """One occupation: the trades it belongs to, and its names."""

    trades: frozenset[str]
    general: frozenset[str]  # trades that its names stand for as a whole
    names: re.Pattern[str]


def _row(line: str) -> _Row:
    trades, names = line.split(": ", 1)
    general = frozenset(trade[:-1] for trade in trades.split() if trade.endswith("*"))
    return _Row(
        frozenset(trades.replace("*", "").split()),
        general,
        re.compile(rf"\b(?:{names})(?P<plural>s?)(?!\w)", re.IGNORECASE),
    )


_OCCUPATIONS = tuple(_row(line) for line in ROWS)


@lru_cache(maxsize=4096)
def spelled_out(title: str) -> str:
    """A title with the letters that stand for one written in full: "PA to the CFO" is a personal assistant.

    Letters in brackets say again what stands before them: a "Physician Assistant (PA)" is none.
    """
    return re.sub(r"(?<!\()\b[A-Z]{2,4}\b(?!-)", lambda match: _LETTERS.get(match.group(), match.group()), title)


@lru_cache(maxsize=4096)
def occupation(title: str) -> int | None:
    """The row of the table that a title names, by the longest name in it; None for one that is in no row."""
    named = occupation_named(title)
    return named[0] if named else None


@lru_cache(maxsize=4096)
def occupation_named(text: str) -> tuple[int, int, int, bool] | None:
    """The row whose name in ``text`` is the longest, where that name stands, and whether it is a plural; of equal ones
    the first. None where the text names no occupation."""
    found = ((index, hit) for index, row in enumerate(_OCCUPATIONS) if (hit := row.names.search(text)))
    best = max(found, key=lambda pair: (pair[1].end() - pair[1].start(), -pair[1].start(), -pair[0]), default=None)
    if best is None and (leads := _HEAD_OF.search(text)):
        managed = occupation_named(f"{leads['field']} manager")
        return None if managed is None else (managed[0], *leads.span(), False)
    return None if best is None else (best[0], best[1].start(), best[1].end(), bool(best[1]["plural"]))


# "Head of quality" is the quality manager.
_HEAD_OF = re.compile(r"\b(?:head|director|chief|vp|vice president) of (?P<field>[a-z&]+(?: [a-z&]+)?)", re.IGNORECASE)


def same_occupation(left: str, right: str) -> bool:
    """True when both titles are names of one occupation."""
    row = occupation(left)
    return row is not None and row == occupation(right)


def share_a_trade(left: int, right: int) -> bool:
    """True for two rows of one trade: nurse and healthcare assistant, bookkeeper and accountant."""
    return bool(_OCCUPATIONS[left].trades & _OCCUPATIONS[right].trades)


def is_general(left: int, right: int) -> bool:
    """True where one row's names stand for a trade of the other as a whole: software engineer, back-end engineer."""
    one, other = _OCCUPATIONS[left], _OCCUPATIONS[right]
    return bool(one.general & other.trades or other.general & one.trades)
