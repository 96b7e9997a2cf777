"""Other ways of writing the same name: plural, glued, ``&`` for ``and``, British for American spelling."""

import re
from collections.abc import Iterator

# Parts of words that the two spellings write differently; applied in both directions.
_SPELLINGS = (
    ("isation", "ization"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("iser", "izer"),
    ("modelling", "modeling"),
    ("labelling", "labeling"),
    ("travelling", "traveling"),
    ("counselling", "counseling"),
    ("cancelling", "canceling"),
    ("behaviour", "behavior"),
    ("colour", "color"),
    ("labour", "labor"),
    ("centre", "center"),
    ("programme ", "program "),
    ("catalogue", "catalog"),
    ("paediatric", "pediatric"),
    ("anaesth", "anesth"),
    ("orthopaedic", "orthopedic"),
    ("haemat", "hemat"),
    ("haemodialysis", "hemodialysis"),
    ("gynaecolog", "gynecolog"),
    ("oesophag", "esophag"),
    ("analyse", "analyze"),
    ("licence", "license"),
    ("defence", "defense"),
    ("aluminium", "aluminum"),
    ("mould", "mold"),
    ("tyre", "tire"),
    ("cheque", "check"),
    ("enquir", "inquir"),
    ("fulfilment", "fulfillment"),
    ("fibre", "fiber"),
    ("artefact", "artifact"),
)
_NO_PLURAL = ("s", "x", "ing", "ics", "ship", "ment", "ware", "ity", "ence", "ance")


def variants(folded: str) -> Iterator[str]:
    """Other folded forms of a folded name, without the name itself. Never for names with a case rule."""
    forms = [folded, *_spellings(folded)]
    for form in list(forms):
        if "&" in form:
            forms.append(re.sub(r" ?& ?", " and ", form))
        if " and " in form:
            forms += [form.replace(" and ", " & "), form.replace(" and ", "&")]
    for form in list(forms):
        forms += _joined(form)
    for form in list(forms):
        forms += _numbers(form)
    yield from dict.fromkeys(form for form in forms if form != folded)


def _spellings(form: str) -> list[str]:
    other = []
    for british, american in _SPELLINGS:
        if british in form:
            other.append(form.replace(british, american))
        elif american in form and (american, british) != ("check", "cheque"):
            other.append(form.replace(american, british))
    return other


def _joined(form: str) -> list[str]:
    """``node.js`` also as ``nodejs`` and ``node js``; ``ci/cd`` as ``cicd`` and ``ci cd``; two words as one."""
    made = []
    inner = re.sub(r"(?<=\w)[./](?=\w)", " ", form)
    if inner != form:
        made += [inner, re.sub(r"(?<=\w)[./](?=\w)", "", form)]
    if "/" in form:
        made.append(re.sub(r" ?/ ?", " / ", form))
    words = form.split(" ")
    if len(words) == 2 and len(form) >= 6 and all(word.isalnum() for word in words):
        made.append("".join(words))
    return made


def _numbers(form: str) -> list[str]:
    """The last word in the other number."""
    last = form.rsplit(" ", 1)[-1]
    if len(last) < 3 or not last.isalpha():
        return []
    several = " " in form
    if several and last.endswith("ies") and len(last) > 4:
        return [form[:-3] + "y"]
    if several and last.endswith("s") and not last.endswith(("ss", "us", "is", "ics")) and len(last) > 3:
        return [form[:-1]]
    if last.endswith("y") and last[-2:-1] not in "aeiou":
        return [form[:-1] + "ies"] if several else []
    return [] if last.endswith(_NO_PLURAL) else [form + "s"]
