"""Lines and titles that say that people were led, and requirements that ask for it."""

import re

LEADS = re.compile(
    r"\b(?:led|leads?|leading|manag(?:e|es|ed|ing)|supervis(?:e|es|ed|ing)|head(?:ed|s|ing)|mentor(?:s|ed|ing)?"
    r"|coach(?:es|ed|ing)?|train(?:s|ed)|precept(?:s|ed|ing|or (?:for|of|to))|hired|in charge of"
    r"|responsible for)\b[^.;]{0,40}?\b(?:teams?|people|staff"
    r"|engineers?|developers?|nurses?|executives|employees|reports|groups? of|cooks?|chefs?|apprentices?|technicians?"
    r"|drivers|assistants?|analysts?|designers?"
    r"|teachers?|colleagues|juniors?|students?|associates|pickers|workers|members|managers|trainees|interns"
    r"|paralegals)\b",
    re.IGNORECASE,
)
LEADING_TITLE = re.compile(
    # An account or a project is managed without leading anybody.
    r"\b(?:(?<!account )(?<!product )(?<!project )(?<!program )(?<!programme )(?<!community )(?<!content )(?<!case )"
    r"(?<!brand )(?<!category )(?<!relationship )(?<!data )(?<!risk )(?<!media )manager|head of|director|supervisor"
    r"|(?:team|shift|crew|group) lead\w*|foreman|forewoman|chief|leiter(?:in)?"
    r"|responsable|chef d['’]équipe)\b",
    re.IGNORECASE,
)
_ASKS_YEARS_OF_LEADING = re.compile(
    r"\b(?:in|of|with|as) (?:an? |the )?(?:\w+ )?(?:(?:lead(?:ership|ing)?|supervisory|managerial|management)(?:,"
    r"| and| or|/)* ?)+"
    r"(?:roles?|positions?|experience|capacity|responsibilit\w+)\b"
    r"|\b(?:leading|managing|supervising) (?:a |an |the )?(?:\w+ ){0,2}(?:teams?|people|staff|others|employees)\b"
    r"|\b(?:people|team|staff|line) (?:management|leadership)\b|\b(?:leadership|supervisory|managerial) experience\b",
    re.IGNORECASE,
)


def asked_leading_removed(text: str) -> str:
    """The text without the words that ask for leading: what is left names the field."""
    return _ASKS_YEARS_OF_LEADING.sub(" ", text)


def asks_years_of_leading(text: str) -> bool:
    """True for "3 years in a leadership role": years of leading people, whatever the field."""
    return bool(_ASKS_YEARS_OF_LEADING.search(text))
