"""Lines of all pages to one document text with offsets; hyphenated words are joined on the way."""

import re
from dataclasses import dataclass, replace

from resumes.document import Line

WORD_END = re.compile(r"([^\W\d_]{2,})-$")
WORD_START = re.compile(r"^([^\W\d_]+(?:[-'’][^\W\d_]+)*[.,;:!?)]*)(?:[ \t]+|$)")
LINK_START = re.compile(r"(?:^|\s)(?:\S+@[\w.-]*|(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+/\S*)$")
# An address of mail that is whole: it ends in a domain that there is, or in the one kept for examples.
MAIL_WHOLE = re.compile(
    r"@(?:[\w-]+\.)+(?:com|org|net|edu|gov|mil|info|biz|name|pro|dev|app|tech|online|cloud|example)$", re.I
)
MAIL_OF_COUNTRY = re.compile(r"@(?:[\w-]+\.)+[a-z]{2}$", re.I)
# An address broken at a hyphen of the name before its sign: "mei-" and "ling@example.com".
MAIL_BROKEN, MAIL_REST = re.compile(r"(?:^|\s)[a-z0-9._]+-$"), re.compile(r"[a-z0-9._+-]+@[\w-]+(?:\.[\w-]+)+$")
DOMAIN = re.compile(r"[\w-]*\.?[a-z]{2,}(?:\.[a-z]{2,})*", re.I)
LINK_END = re.compile(r"^(?!(?:https?:|www\.))[a-z0-9][\w.%/-]*$")
# First halves that keep their hyphen when broken there ("cross-functional", "self-service").
_COMPOUNDS = """
all back best bottom bi business client cloud co cost cross customer data day deep early end event ex fast first five
follow four front full fully goal half hand hands high home in industry key large life light long low mid micro multi
near never new next non object off on one open out part peer performance point post problem pro quasi real result
results risk second self semi server service short side single six small state step sub team test third three time top
two user value web well wide work world year
"""
COMPOUNDS = frozenset(_COMPOUNDS.split())
LONGEST_REST = 2  # letters that may be missing from what looks like a whole domain ("example.co" and "m")


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A line before its offsets are known."""

    page: int
    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    bold: bool
    column: int = 0
    turn: int = 0  # as of ``Line``


def assemble(drafts: list[DraftLine]) -> tuple[str, tuple[Line, ...]]:
    """The document's text and its lines; a blank line stands between pages and columns."""
    drafts = [draft for draft in join_hyphens(join_links(drafts)) if draft.text]
    parts: list[str] = []
    lines: list[Line] = []
    at = 0
    before: DraftLine | None = None
    for draft in drafts:
        if before is not None:
            separator = "\n" if (before.page, before.column) == (draft.page, draft.column) else "\n\n"
            parts.append(separator)
            at += len(separator)
        parts.append(draft.text)
        end = at + len(draft.text)
        box = (round(draft.x0, 2), round(draft.y0, 2), round(draft.x1, 2), round(draft.y1, 2))
        lines.append(Line(draft.page, at, end, *box, round(draft.size, 2), draft.bold, draft.column, draft.turn))
        at = end
        before = draft
    return "".join(parts), tuple(lines)


def join_links(drafts: list[DraftLine]) -> list[DraftLine]:
    """An address cut off by the edge of a narrow column is put together on the line it starts on."""
    edges: dict[tuple[int, int], float] = {}
    for draft in drafts:
        edges[draft.page, draft.column] = max(edges.get((draft.page, draft.column), 0.0), draft.x1)
    joined = list(drafts)
    for index in range(len(joined) - 1):
        here, there = joined[index], joined[index + 1]
        full = here.x1 > edges[here.page, here.column] - 1.5 * here.size
        if (MAIL_BROKEN.search(here.text) and MAIL_REST.match(there.text) and _continues(here, there)) or (
            full
            and not _is_whole_mail(here.text, there.text)
            and LINK_START.search(here.text)
            and LINK_END.match(there.text)
            and _continues(here, there)
        ):
            joined[index] = replace(here, text=here.text + there.text)
            joined[index + 1] = replace(there, text="")
    return joined


def _is_whole_mail(text: str, following: str) -> bool:
    """Whether a line ends in an address of mail that nothing is missing from, whatever the next line begins with."""
    if MAIL_OF_COUNTRY.search(text):
        # "anna@mail.ex" and "ample.com", "anna@example.co" and "m".
        return not DOMAIN.fullmatch(following) or ("." not in following and len(following) > LONGEST_REST)
    return MAIL_WHOLE.search(text) is not None and len(following) > LONGEST_REST


def join_hyphens(drafts: list[DraftLine]) -> list[DraftLine]:
    """A word broken at the end of a line is put together on the line it starts on."""
    known = {word for draft in drafts for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", draft.text.lower())}
    joined = list(drafts)
    for index in range(len(joined) - 1):
        here, there = joined[index], joined[index + 1]
        end, start = WORD_END.search(here.text), WORD_START.match(there.text)
        if not end or not start or not start[1][0].islower() or not _continues(here, there):
            continue
        tail = start[1]
        keep = _keeps_hyphen(end[1].lower(), re.sub(r"\W+$", "", tail).lower(), known)
        joined[index] = replace(here, text=(here.text if keep else here.text[:-1]) + tail)
        joined[index + 1] = replace(there, text=there.text[start.end() :])
    return joined


def _continues(here: DraftLine, there: DraftLine) -> bool:
    """Whether the second line carries the first one's sentence on."""
    if abs(here.size - there.size) > 0.15 * max(here.size, there.size):
        return False
    if here.page != there.page or here.column != there.column:
        return True
    return there.y0 - here.y1 < 1.0 * here.size and there.x0 < here.x1


def _keeps_hyphen(first: str, second: str, known: set[str]) -> bool:
    if f"{first}-{second}" in known:
        return True
    if f"{first}{second}" in known:
        return False
    return first in COMPOUNDS
