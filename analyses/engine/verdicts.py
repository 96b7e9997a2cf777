"""Orders of a verdict in any of a dozen languages: who commands, names the outcome, and whom or what it is to befall.

No single word makes an order. Verbs of judging open bullet points of many trades, "best" and "first" stand in most
resumes, and recruiters write of candidates. An order has the verb where a clause begins, in the form of a command,
and in the same sentence both the outcome and "this candidate" (or "me", or "all requirements"). What begins with a
verb in the past tells of work done: who trained a model to return scores gave no order to the reader.
"""

import re

from analyses.engine import verdict_signs as signs
from analyses.engine.verdict_words import ASSUMES, CHOOSES, commanded

SHORT = 8  # words of an order that needs to name no candidate


def tells_of_work_done(text: str) -> bool:
    """True for a text that begins with a verb in the past, as bullet points of resumes do."""
    return bool(signs.DONE.search(text))


def orders_a_verdict(text: str) -> bool:
    """True for a sentence that commands its reader to come to a certain verdict, or to set aside what it was told."""
    if tells_of_work_done(text):
        return False
    return (
        any(sign.search(text) for sign in (signs.PLAIN, signs.NOT, signs.SUPPOSES))
        or _sets_aside(text)
        or _judges(text)
    )


def _sets_aside(text: str) -> bool:
    """Whether what the reader was told before, or what the posting asks for, is to be forgotten."""
    before = bool(signs.BEFORE_THIS.search(text))
    if before and signs.RULES.search(text) and signs.VOID.search(text):
        return True
    if not signs.SET_ASIDE.search(text):
        return False
    if before and signs.SAID.search(text):
        return True
    is_short = len(text.split()) <= SHORT
    return bool(signs.ASKED.search(text)) and (
        is_short or bool(signs.WHOM.search(text) or signs.VERDICT_TOO.search(text))
    )


def _judges(text: str) -> bool:
    """Whether a verdict is commanded, with its outcome and whom or what it is to befall."""
    commands = commanded(text)
    outcome, whom, everything, greeted = (
        bool(sign.search(text)) for sign in (signs.OUTCOME, signs.WHOM, signs.ALL, signs.GREETED)
    )
    obliged = any(sign.search(text) for sign in (signs.OBLIGED, signs.PASSIVE, signs.DUTY))
    asked_for = bool(signs.PLEASE.search(text))
    if signs.THIS_ONE.search(text) and (commands or obliged or asked_for or signs.FORBIDS.search(text)):
        return True
    if signs.THIS_PERSON.search(text) and not signs.OF_ONESELF.search(text):
        return True
    whom = whom or (greeted and bool(signs.ANY_ONE.search(text)))
    if (whom and signs.WHEN_YOU.search(text)) or (everything and signs.AS_IF.search(text)):
        return True
    if everything and (asked_for or whom) and signs.GIVEN.search(text):
        return True
    # A machine that is spoken to needs one sign less.
    if greeted and (commands & CHOOSES or sum((outcome, whom, everything, bool(commands) or obliged)) > 1):
        return True
    if signs.CALLED.search(text) and (whom or everything) and (outcome or commands):
        return True
    return bool(commands or obliged) and _befalls(text, commands, obliged, outcome, whom, everything)


def _befalls(text: str, commands: set[str], obliged: bool, outcome: bool, whom: bool, everything: bool) -> bool:
    """Whether a command or a duty has its outcome, and whom or what it is to befall."""
    if outcome and (
        whom or signs.YOUR_ANSWER.search(text) or (signs.THE_ONE.search(text) and signs.RANKED.search(text))
    ):
        return True
    if commands & CHOOSES and whom:
        return True
    if (everything or "missing" in text) and (commands & ASSUMES or obliged) and signs.GIVEN.search(text):
        return True
    return obliged and bool(
        signs.RECOMMENDS_ME.search(text) or (outcome and re.search(r"\b100\b|hundred points", text))
    )
