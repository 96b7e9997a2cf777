"""Whom somebody led or taught: to have mentored nurses is not to have mentored developers."""

import re
from dataclasses import replace

from analyses.engine.chunks import Chunk
from analyses.engine.doing import asks_to_lead, tells_of_leading
from analyses.engine.findings import Finding, finding
from analyses.engine.gender import one_form
from analyses.engine.inputs import Requirement
from analyses.engine.reading import Reading

OTHERS = 0.5  # the most that leading people of one calling earns where people of another one are to be led

# Callings whose people are led alike, a line for each, by the nouns for one of them.
_NOUNS = """
developer programmer engineer tester coder designer analyst architect scientist technician \
electrician plumber fitter joiner welder mechanic machinist labourer
nurse midwife carer care_assistant care_worker hca healthcare_assistant therapist physiotherapist \
doctor paramedic pharmacist radiographer clinician support_worker
chef cook commis kitchen_porter baker waiter waitress bartender barista receptionist housekeeper cleaner \
sales_assistant shop_assistant retail_assistant cashier
teacher tutor lecturer teaching_assistant nursery_nurse childminder early_years_practitioner
driver picker packer warehouse_operative courier forklift_operator loader
accountant bookkeeper auditor accounts_assistant payroll_clerk credit_controller
solicitor lawyer paralegal attorney legal_secretary
sales_manager sales_executive sales_representative sales_rep sales_assistant account_manager \
account_executive recruiter estate_agent
"""
_CALLINGS = tuple(
    re.compile(rf"\b(?:{'|'.join(noun.replace('_', ' ') for noun in line.split())})s?\b", re.IGNORECASE)
    for line in _NOUNS.strip().splitlines()
)


def checked(found: Finding, requirement: Requirement, reading: Reading) -> Finding:
    """``found``; half at most where people of a calling are to be led, and every line that shows leading speaks of
    those of others: the line itself, or where it names none the position it stands in."""
    asked = _named(requirement.text)
    if found.score <= OTHERS or not asked or not asks_to_lead(requirement.text):
        return found
    quoted = {quote.start for quote in found.evidence}
    lines = [chunk for chunk in reading.earning if any(chunk.start <= start < chunk.end for start in quoted)]
    led = [_led(chunk, reading) for chunk in lines]
    if not led or not all(led) or any(asked & people for people in led):
        return found
    if any(asked & _named(chunk.masked.text) and tells_of_leading(chunk.masked.text) for chunk in reading.earning):
        return found
    reason = f"{found.reason.rstrip('.')}; the people there are of another calling, so it counts {OTHERS:.0%}."
    short = finding(requirement, OTHERS, reason, evidence=found.evidence, matched=found.matched)
    return replace(short, missing=found.missing)


def _led(chunk: Chunk, reading: Reading) -> frozenset[int]:
    """Callings of the people that a line speaks of, else of its position; none where neither names any."""
    own = frozenset() if chunk.is_head else _named(chunk.masked.text)
    if own or chunk.entry is None:
        return own
    rows = reading.profile.get("work") or []
    return _named(str(rows[chunk.entry].get("position") or "")) if chunk.entry < len(rows) else own


def _named(text: str) -> frozenset[int]:
    plain = one_form(text)
    return frozenset(number for number, nouns in enumerate(_CALLINGS) if nouns.search(plain))
