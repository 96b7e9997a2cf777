"""How to reach the candidate: e-mail, phone, links, place; each with its span."""

import re
from dataclasses import dataclass, field, replace

import phonenumbers

from resumes.parsing.dates import find_dates
from resumes.parsing.folding import fold
from resumes.parsing.lexicon import pattern, sections
from resumes.parsing.places import Place, parse_place, split_trailing_place
from resumes.parsing.rows import Row
from resumes.parsing.wording import title_score

EMAIL = re.compile(r"[\w.+%'-]+@(?:[\w-]+\.)+[a-zA-Z]{2,}")
_SPACED_EMAIL = re.compile(
    r"[\w.+-]+\s?(?:@|\[at\]|\(at\))\s?(?:[\w-]+\s?(?:\.|\[dot\]|\(dot\))\s?)+(?:com|org|net|edu"
    r"|de|fr|es|it|uk|io|eu)\b"
)
URL = re.compile(
    r"https?://[^\s|,;<>()•·]+|(?<![\w@.])www\.[^\s|,;<>()•·]+"
    rf"|(?<![\w@.-])(?:[a-zA-Z0-9-]+\.)+(?:{pattern('top level domains')})(?![\w@-]|\.[a-zA-Z])(?:/[^\s|,;<>()•·]*)?"
)
_HANDLE = re.compile(r"(?<![\w@./])@[A-Za-z_][\w.]{2,30}\b")
_NETWORKS = dict(line.split(" | ") for line in sections("networks")["networks"])
_STREET = re.compile(pattern("streets"))
_LABEL = re.compile(rf"^(?:{pattern('place labels')})\s*[:-]?\s+")
_PHONE_LABEL = re.compile(rf"\b(?:{pattern('phone labels')})\b\s*[.:]?\s*$")
_NO_PHONE_LABEL = re.compile(rf"\b(?:{pattern('number labels')})\b(?:[ -]?(?:no|nr|number|card))?\.?\s*[:#.]?\s*$")
_COUNTRY_BEFORE = re.compile(r"\+\d[\d\s().-]*$")
_AREA_BEFORE = re.compile(r"(?<![\w.,/+-])\(?0\d{1,5}\)?[ /-]{1,3}$")
_NO_PLACE = re.compile(
    rf"\b(?i:{pattern('phone labels')}|e-?mail(?: id| address)?)\b\.?\s*:"
    rf"|{EMAIL.pattern}|{URL.pattern}|\(?\+?\d[\d\s().-]{{7,}}(?<=\d)"
)
_DIGITS = re.compile(r"(?<![\w/])\(?\+?\d[\d\s()./-]{6,20}\d(?![\w/])")
# Behind a name: "PE", "MSc", "P.Eng.", no town ("Leeds", "St. Ives").
_CREDENTIALS = re.compile(r"(?:,? (?:(?!(?:St|Ft|Mt)\b)[A-Z](?=[A-Za-z.]*[A-Z.])[A-Za-z.]{1,5}|Esq|Jr|Sr)\b)+")
_SEPARATORS = re.compile(r"\s+\*+\s+|[\s,]*[|•·●⋅∙◆♦▪■¦;]+[\s,]*|\s{3,}|\t|\s+[–—-]\s+(?!\d{5,6}\b)|\s*//\s*")
MAX_ADDRESS_WORDS = 16  # a longer piece of a row is prose
_NUMBERED = re.compile(r"\d{1,4}[A-Za-z]?,? [^\W\d_]{2}[^,\d]{1,40}, [^\W\d_]")  # "12 Sunday's Well, Cork"
_SPEAKS = re.compile(r"(?:I|We|My)\s")  # "I hold 16 cases and drive" is no street


@dataclass(slots=True)
class Contact:
    """What was found, and the spans (start, end, kind) that scoring must not see."""

    email: str | None = None
    phone: str | None = None
    place: Place | None = None
    address: str | None = None
    phone_is_valid: bool = False
    links: list[str] = field(default_factory=list)
    spans: list[tuple[int, int, str]] = field(default_factory=list)


def read_links(rows: list[Row], contact_rows: list[Row]) -> Contact:
    """E-mail and links of the candidate from ``contact_rows`` (header and contact section) before other ``rows``."""
    contact = Contact()
    head = {row.index for row in contact_rows}
    for row in [*contact_rows, *(row for row in rows if row.index not in head)]:
        _read_links(contact, row, row.index in head)
    return contact


def read_reach(
    contact: Contact, rows: list[Row], contact_rows: list[Row], name: tuple[str, int, int] | None = None
) -> Contact:
    """``contact`` with place, address and phone; ``name`` with its span is no place ("Ann Roe, PE")."""
    head = {row.index for row in contact_rows}
    for row in contact_rows:
        _read_place(contact, row, name[1:] if name else (-1, -1))
    region = _region(contact)
    for row in [*contact_rows, *(row for row in rows if row.index not in head)]:
        _read_phones(contact, row, region, row.index in head)
    if contact.phone is None:
        _read_plain_phone(contact, contact_rows)
    return contact


def _read_links(contact: Contact, row: Row, in_head: bool) -> None:
    text = row.text
    if "@" in text or "(at)" in text or "[at]" in text:
        for match in [*EMAIL.finditer(text)] or [*_SPACED_EMAIL.finditer(text)]:
            address = (
                re.sub(r"\s", "", match.group())
                .replace("[at]", "@")
                .replace("(at)", "@")
                .replace("[dot]", ".")
                .replace("(dot)", ".")
            )
            contact.email = contact.email or address.strip(".'")
            contact.spans.append((row.start + match.start(), row.start + match.end(), "email"))
        if in_head:
            contact.spans.extend((row.start + m.start(), row.start + m.end(), "link") for m in _HANDLE.finditer(text))
    if "." not in text:
        return
    for match in URL.finditer(text):
        link = match.group().rstrip(".,)")
        plain = not re.match(r"https?://|www\.", link) and "/" not in link
        if plain and (
            not in_head or link.lower() in ("asp.net", "node.js") or re.search(r"@\S*$", text[: match.start()])
        ):
            continue
        contact.links.append(link)
        contact.spans.append((row.start + match.start(), row.start + match.start() + len(link), "link"))


def _region(contact: Contact) -> str:
    """The country whose way of writing phone numbers is assumed: that of the place, the e-mail's domain, or the US."""
    place = contact.place
    if place is not None and (place.country or place.likely_country):
        return str(place.country or place.likely_country)
    domain = (contact.email or "").rsplit(".", 1)[-1].upper()
    domain = "GB" if domain == "UK" else domain
    return domain if domain in phonenumbers.SUPPORTED_REGIONS else "US"


def _read_plain_phone(contact: Contact, rows: list[Row]) -> None:
    """A number of eight digits or more that no country's rules know, if it is no date."""
    for row in rows:
        busy = [(span.start, span.end) for span in find_dates(row.text)]
        for match in _DIGITS.finditer(row.text):
            digits = re.sub(r"\D", "", match.group())
            dated = any(match.start() < end and start < match.end() for start, end in busy) and "+" not in match[0]
            if _NO_PHONE_LABEL.search(row.folded[: match.start()]):
                continue
            if 8 <= len(digits) <= 15 and not dated:
                contact.phone = match.group().strip()
                contact.spans.append((row.start + match.start(), row.start + match.end(), "phone"))
                return


def _numbers(text: str, region: str) -> list[phonenumbers.PhoneNumberMatch]:
    """Phone numbers by the rules of ``region`` and of the US; where both find one, the longer."""
    found: list[phonenumbers.PhoneNumberMatch] = []
    for rules in dict.fromkeys((region, "US")):
        for match in phonenumbers.PhoneNumberMatcher(text, rules, leniency=phonenumbers.Leniency.POSSIBLE):
            rival = next((one for one in found if one.start < match.end and match.start < one.end), None)
            if rival is None:
                found.append(match)
            elif match.end - match.start > rival.end - rival.start:
                found[found.index(rival)] = match
    return found


def _read_phones(contact: Contact, row: Row, region: str, in_head: bool) -> None:
    text = row.text
    if sum(map(str.isdigit, text)) < 7:
        return
    busy = [(span.start, span.end) for span in find_dates(text) if span.is_range or span.end - span.start >= 8]
    busy += [(a - row.start, b - row.start) for a, b, kind in contact.spans if kind == "address"]
    for match in _numbers(text, region):
        # Of a number that no country's rules know in full, the matcher finds the last part.
        before = _COUNTRY_BEFORE.search(text[: match.start])
        if before is None and not phonenumbers.is_valid_number(match.number):
            before = _AREA_BEFORE.search(text[: match.start])
        start, end = (before.start() if before else match.start), match.end
        raw = text[start:end].strip()
        digits = re.sub(r"\D", "", raw)
        if any(start < b and a < end for a, b in busy) or not 7 <= len(digits) <= 15:
            continue
        international = raw.lstrip("( ").startswith(("+", "00"))
        labelled = _PHONE_LABEL.search(row.folded[:start]) is not None
        lead = row.folded[:start].rstrip("0123456789 \t/-")
        if (not in_head and not (international or labelled)) or _NO_PHONE_LABEL.search(lead):
            continue
        if re.search(r"[\w/]$", text[:start]) or (len(digits) < 9 and not labelled and not in_head):
            continue
        valid = phonenumbers.is_valid_number(match.number)
        if contact.phone is None or (in_head and valid and not contact.phone_is_valid):
            contact.phone, contact.phone_is_valid = raw, valid or international or labelled
        contact.spans.append((row.start + start, row.start + end, "phone"))


def stray_contact(rows: list[Row]) -> list[Row]:
    """The rows of ``rows`` at the foot of a page that say how to reach the candidate: e-mail beside phone or place.

    A foot is the last row and what leads to it, an address; a referee's address stands among more text.
    """
    found: list[Row] = []
    for number, row in reversed(list(enumerate(rows))):
        ends = all(other.line.page != row.line.page for other in rows[number + 1 : number + 2])
        leads = bool(found) and not ends and found[-1] is rows[number + 1]
        if row.is_bullet or not (leads or (ends and EMAIL.search(row.text))):
            continue
        rest = _NO_PLACE.sub("|", row.text)
        told = [piece for piece in _SEPARATORS.split(rest) if re.search(r"[^\W\d_]{2}", piece)]
        reaches = len(_NO_PLACE.findall(row.text)) + sum(
            _STREET.search(fold(piece)) is not None or parse_place(piece) is not None for piece in told
        )
        if reaches >= 2 and len(told) <= reaches:
            found.append(row)
    return found[::-1]


def _read_place(contact: Contact, row: Row, name: tuple[int, int]) -> None:
    """The candidate's place and street from a header row, piece by piece."""
    masked = _NO_PLACE.sub(lambda match: "|" * len(match.group()), row.text)
    begin, end = (max(0, at - row.start) for at in name)
    if row.start <= name[0] < row.end:
        letters = _CREDENTIALS.match(masked, end)
        end = letters.end() if letters else end
        masked = f"{masked[:begin]}{'|' * (end - begin)}{masked[end:]}"
    begin = row.body_at
    for cut in [*_SEPARATORS.finditer(masked, row.body_at), None]:
        end = cut.start() if cut else len(masked)
        _read_place_piece(contact, row, begin, masked[begin:end])
        begin = cut.end() if cut else end


def _read_place_piece(contact: Contact, row: Row, begin: int, piece: str) -> None:
    # Marks and icons before it are no part of a place.
    lead = next((at for at, char in enumerate(piece) if char.isalnum()), len(piece))
    label = _LABEL.match(fold(piece[lead:]))
    # "Ciudad de México" has no label, "City: Arequipa" has.
    if label is not None and (label.group().rstrip()[-1] in ":-" or parse_place(piece[lead:]) is None):
        lead += label.end()
    body = piece[lead:].rstrip(" ,.;:()")
    if not body or len(body.split()) > MAX_ADDRESS_WORDS or _SPEAKS.match(body):
        return
    start = row.start + begin + lead
    street = _STREET.search(fold(body))
    rest_at = street.end() if street else 0
    rest = body[rest_at:]
    rest_at += len(rest) - len(rest.lstrip(" ,."))
    rest = rest.strip(" ,.")
    headline, town = split_trailing_place(rest)
    if town is not None and title_score(headline) >= 2:  # "Sous chef, London"
        rest_at += rest.rindex(town)
        rest = town
    rest_in_commas = re.sub(r"\s*\(([^()\d]+)\)?$", r", \1", rest)  # "Québec (Québec)"
    place = (
        parse_place(rest)
        or parse_place(rest_in_commas)
        or (_last_parts(rest) if street or label or rest.count(",") >= 2 or _NUMBERED.match(rest) else None)
    )
    if street:
        contact.address = contact.address or body[street.start() : street.end()].strip(" ,")
        contact.spans.append((start, start + len(body), "address"))
    elif place is not None:
        contact.spans.append((start + rest_at, start + rest_at + len(rest), "address"))
    before = contact.place
    if (
        before is not None
        and place is not None
        and place.country
        and not (place.city or place.region or before.country)
    ):
        # The country has a line to itself.
        contact.place = replace(before, country=place.country, country_name=place.country_name)
    contact.place = contact.place or place


def _last_parts(text: str) -> Place | None:
    """A place at the end of an address ("Apt 4, Dayton, OH 45402")."""
    parts = [part.strip() for part in text.split(",")]
    for count in (3, 2, 1):
        if len(parts) >= count:
            place = parse_place(", ".join(parts[-count:]))
            if place is not None:
                return place
    return None


def network_of(link: str) -> str | None:
    """The network a link belongs to, None for a site of the candidate's own."""
    host = re.sub(r"^(?:https?://)?(?:www\.)?", "", link.lower()).split("/")[0]
    return next((name for domain, name in _NETWORKS.items() if host == domain or host.endswith(f".{domain}")), None)
