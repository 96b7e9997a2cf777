"""Places in headers and contact lines: "Springfield, IL", "Lyon, France", "80331 München", "Remote"."""

import re
from dataclasses import dataclass, replace

from resumes.parsing.folding import fold
from resumes.parsing.lexicon import lexicon, sections, terms

US_STATES, CANADIAN_PROVINCES, AUSTRALIAN_STATES = (
    dict(term.split(" ", 1) for term in terms("places", section)) for section in ("us", "ca", "au")
)
COUNTRIES = {
    name: code for code, *names in (line.split(" | ") for line in sections("places")["countries"]) for name in names
}
_LEGAL_FORMS = lexicon("organisations", "legal_forms")
_SCHOOLS = frozenset(word for word in lexicon("organisations", "schools") if len(word) <= 4)  # "TU", "ETH"
_EMPLOYERS = _SCHOOLS | _LEGAL_FORMS | lexicon("organisations", "words") | lexicon("titles", "heads")
_CITY_ENDS = frozenset({"bank", "park", "center", "station", "farms", "grove", "college", "gardens", "works"})
CITIES, REMOTE = lexicon("places", "cities"), lexicon("places", "remote")

_REGIONS = {**US_STATES, **CANADIAN_PROVINCES, **AUSTRALIAN_STATES}
_REGION_NAMES = {fold(name): code for table in (US_STATES, CANADIAN_PROVINCES) for code, name in table.items()}
_CITY = r"[^\W\d_][\w.'’-]*(?:[ -][^\W\d_][\w.'’-]*){0,3}"
_CODE = r"\d{5}(?:-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{4}"
_CITY_REGION = re.compile(
    rf"(?P<city>{_CITY}),\s*(?P<region>[A-Z]{{2,3}})(?:\s+(?P<code>{_CODE}))?"
    r"(?:,?\s+(?P<country>USA|U\.S\.A\.|United States|Canada|Australia))?$"
)
_POSTAL_CITY = re.compile(
    r"(?:[A-Z]{1,2}-)?(?P<code>\d{4} ?[A-Z]{2}(?=\s)|\d{4,5}|\d{2}-\d{3}|\d{3} \d{2}|\d{5}-\d{3})"
    rf"\s+(?P<city>{_CITY})"
    r"(?:(?:,\s*|\s*\()(?P<country>[^\d,()]+)\)?)?$"
)
# A French department or an Italian province behind its town: "Nantes (44)", "Torino (TO".
_IN_BRACKETS = re.compile(rf"(?P<city>{_CITY})\s\((?P<area>\d\d|2[AB]|97\d|[A-Z]{{2}})$")
_EIRCODE = re.compile(r"\b[AC-FHKNPRTV-Y]\d[\dW] ?[A-Z\d]{4}\b")
_CITY_REGION_CODE = re.compile(rf"(?P<city>{_CITY})\s+(?P<region>[A-Z]{{2,3}})\s+(?P<code>{_CODE})(?P<country>)$")
_CITY_CODE = re.compile(
    rf"(?P<city>{_CITY})\s*(?:,|\s[-–])\s*(?P<code>\d{{3}} ?\d{{3}}|\d{{5}}|(?!19[4-9]\d|20[0-4]\d)\d{{4}})"
    r"(?:,\s*(?P<region>[^\d,]{3,30}?))??(?:,\s*(?P<country>[^\d,]{3,30}))?$"
)
_UK_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
_UK_AREAS = "|".join(terms("places", "uk postcode areas"))
_UK_OUTWARD = re.compile(rf"(?P<mark>,)?\s+(?P<code>(?:{_UK_AREAS})\d{{1,2}}[A-Z]?)$")


@dataclass(frozen=True, slots=True)
class Place:
    """A place, its parts where they are known."""

    text: str
    city: str | None = None
    region: str | None = None
    country: str | None = None
    postal_code: str | None = None
    country_name: str | None = None  # as written
    likely_country: str | None = None  # what a state or province implies, though nothing states it


def country_code(text: str) -> str | None:
    """ISO code of a country named in English or in its own or a neighbour's language."""
    return COUNTRIES.get(fold(text).strip(" .,()").removeprefix("the "))


def is_region(text: str) -> bool:
    """Whether ``text`` is a state or province, as a code in capitals or by name."""
    return text in _REGIONS or fold(text).strip() in _REGION_NAMES


def is_city(text: str) -> bool:
    """Whether ``text`` is one of the large cities the lexicon knows."""
    return fold(text).strip(" .,()") in CITIES


def parse_place(text: str) -> Place | None:
    """``text`` as a place; None unless the whole of it is one."""
    text = text.strip(" \t,;|·•()-–—.")
    folded = fold(text)
    if not text or len(text) > 70 or "@" in text:
        return None
    if folded in REMOTE:
        return Place(text)
    if split_hyphened(text) is not None:
        return None
    match = _CITY_REGION.fullmatch(text)
    if match and match["region"] in _REGIONS and not _names_employer(match["city"], american=True):
        return _american(text, match)
    match = _CITY_REGION_CODE.fullmatch(text)
    if match and match["region"] in _REGIONS and not _names_employer(match["city"], american=True):
        return _american(text, match)
    match = _POSTAL_CITY.fullmatch(text)
    if match and len(text.split()) <= 5:
        return _continental(text, match)
    match = _CITY_CODE.fullmatch(text)
    if match and not _names_employer(match["city"]):
        return _city_and_code(text, match)
    numbered = _IN_BRACKETS.match(text)
    if numbered is not None and (is_city(numbered["city"]) or numbered["area"][0].isdigit()):
        town = None if _names_employer(numbered["city"]) else parse_place(numbered["city"])
        return replace(town, text=text) if town is not None else None
    plain = re.sub(r"\s*\((?:remote|hybrid|on-?site|onsite)\)$|\s*[-–/]\s*(?:remote|hybrid)$", "", text, flags=re.I)
    outward = _outward(plain)
    code = (
        _UK_POSTCODE.search(plain)
        or outward
        or _EIRCODE.search(plain)
        or re.search(r"(?<=[a-z.])\s\d{4,6}(?=,\s)", plain)
        or re.search(r"(?<=[a-z.])\s\d{5}(?:-\d{4})?$|\s\d{6}$", plain)
    )
    if code and code.start() > 2:
        plain = re.sub(r"\s*,\s*,", ",", plain[: code.start()] + plain[code.end() :]).strip(" ,-")
    parts = [part.strip() for part in re.split(r"\s*[,/]\s*|\s+[-–]\s+", plain) if part.strip()]
    place = _by_parts(text, parts)
    if place is None and code is not None and len(parts) == 1 and re.fullmatch(_CITY, plain):
        # A postal code says that the name before it is a town, however small.
        place = None if _names_employer(plain) else Place(text, plain)
    british = "GB" if outward or _UK_POSTCODE.search(text) else None
    if place is None and british and 2 <= len(parts) <= 3 and all(re.fullmatch(_CITY, part) for part in parts):
        # A district and its town: "Leith, Edinburgh EH6".
        place = None if _names_employer(parts[0]) else Place(text, parts[-1] if is_city(parts[-1]) else parts[0])
    return replace(place, postal_code=code.group().strip(" ,"), likely_country=british) if place and code else place


def split_hyphened(text: str) -> tuple[str, str] | None:
    """An employer and its place with a mere hyphen between them ("Bluff Stores-Dayton, OH"); None for all else."""
    hyphen = _HYPHEN.match(text) if len(text) <= _LONGEST else None
    if hyphen is None or _OF_TOWNS.match(hyphen["name"]) or is_city(text[hyphen.start("word") : hyphen.end("town")]):
        return None  # "Winston-Salem, NC"
    known = " " in hyphen["name"] or is_city(hyphen["town"])
    return (hyphen["name"], hyphen["place"]) if known and parse_place(hyphen["place"]) is not None else None


def _outward(text: str) -> re.Match[str] | None:
    """The first half of a British postal code at the end, after a comma or a known town ("Edinburgh EH6")."""
    match = _UK_OUTWARD.search(text)
    if match is None:
        return None
    before = re.split(r",\s*", text[: match.start()])
    short = match["code"][1].isdigit()  # "English, B2" is no place
    marked = (match["mark"] or len(before) > 1) and not short
    return match if marked or is_city(before[-1]) else None


def _continental(text: str, match: re.Match[str]) -> Place:
    """A postal code before its town; the country may follow with no comma ("50-100 Wrocław Poland")."""
    city, country = match["city"], match["country"]
    head, _, last = city.rpartition(" ")
    if not country and head and country_code(last):
        city, country = head, last
    return Place(text, city, None, country_code(country or ""), match["code"], country)


def _city_and_code(text: str, match: re.Match[str]) -> Place:
    """A postal code after its town: "Pune - 411001, Maharashtra", "Pinetown, 3610"."""
    region, country = match["region"], match["country"]
    if country and not country_code(country) and not region:
        region, country = country, None
    return Place(text, match["city"], region, country_code(country or ""), match["code"], country)


def _american(text: str, match: re.Match[str]) -> Place:
    region = match["region"]
    table = {"US": US_STATES, "CA": CANADIAN_PROVINCES, "AU": AUSTRALIAN_STATES}
    country = next((code for code, names in table.items() if region in names), None)
    stated = country_code(match["country"] or "")
    return Place(text, match["city"], region, stated, match["code"], match["country"] or None, country)


def _names_employer(text: str, *, american: bool = False) -> bool:
    """Whether a part holds a word of employers' names, as few cities' do ("Cut Bank", with its state after it)."""
    words = fold(text).replace(".", "").split()
    if is_city(text) or (american and len(words) == 2 and words[1] in _CITY_ENDS):
        return False
    return any(word in _EMPLOYERS for word in words)


def _by_parts(text: str, parts: list[str]) -> Place | None:
    """A place of comma-separated parts whose last is a country, region or city the lexicon knows."""
    if not 1 <= len(parts) <= 4 or any(not part.removeprefix("the ")[:1].isupper() for part in parts):
        return None
    if _names_employer(parts[0]):
        return None
    if len(parts) > 2 and not is_city(parts[0]) and (is_city(parts[1]) or not is_region(parts[1])):
        return None  # three parts are employer, city and state unless the first is known for a city
    last = parts[-1]
    country, region = country_code(last), is_region(last)
    if len(parts) == 1:
        if is_city(last):
            return Place(text, last)
        if (
            fold(last).removeprefix("greater ").removesuffix(" area").removesuffix(" metropolitan").removesuffix(" bay")
            in CITIES
        ):
            return Place(text, last)
        if country and last not in ("us", "US"):
            return Place(text, None, None, country, None, last)
        return Place(text, None, last) if region and last not in _REGIONS else None
    if any(len(part.split()) > 4 or re.search(r"\d", part) for part in parts):
        return None
    if country:
        return Place(text, parts[0], parts[1] if len(parts) > 2 else None, country, None, last)
    if region:
        return Place(text, parts[0], last)
    if is_city(parts[0]) and len(parts) == 2 and len(last.split()) <= 2 and len(last) <= 20:
        return Place(text, parts[0], last)
    return Place(text, last) if is_city(last) and len(parts) == 2 and is_city(parts[0]) else None


# A part of a place with its name, over folded text: "City: Lyon | Country: France".
PLACE_LABEL = re.compile(r"(?:city|town|country|location|place|ort|land|ville|pays|ciudad|pais|citta|paese):\s+(?=\w)")
_TAIL = re.compile(r"(?:,\s*|\s+[-–|·•]\s+|\s+in\s+|\s+à\s+|\s+en\s+|\s*\()")


# A hyphen sets the place off where names are exported from job boards: "Bluff Stores-Dayton, OH".
_HYPHEN = re.compile(
    rf"^(?P<name>.*?(?P<word>[^\s-]+))-(?P<place>(?P<town>{_CITY}),\s*"
    rf"(?:[A-Z]{{2}}|[A-ZÀ-Þ][^\d,]{{3,24}})(?: {_CODE})?)$"
)
# "Le Kremlin-Bicêtre", "94270 Le Kremlin-Bicêtre"
_OF_TOWNS = re.compile(
    r"(?:[A-Z]{1,2}-)?\d{4,6}\s|(?:le|la|les|los|las|el|saint|sainte|st|san|santa|são|bad)\.? \S+$", re.I
)
_LONGEST = 120  # characters of an employer with its place
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{4})\.$")  # "Utrecht.", not "Washington, D.C."


def split_trailing_place(text: str) -> tuple[str, str | None]:
    """``text`` without a place at its end, and that place: "Acme Corp, Springfield, IL" gives both halves."""
    cuts = [match for match in _TAIL.finditer(text) if match.start() > 1]
    for match in cuts:
        rest = _SENTENCE_END.sub("", text[match.end() :].rstrip(" )"))
        if "(" in rest and parse_place(re.sub(r"\s*\(", ", ", rest)) is not None:
            return text[: match.start()].rstrip(), f"{rest})"
        if parse_place(rest) is not None and not (len(cuts) > 1 and match.group().strip() in {"in", "en", "à"}):
            return text[: match.start()].rstrip(), rest
    hyphened = split_hyphened(text)
    if hyphened is not None:
        return hyphened
    legal = re.match(r"^(?P<name>.+?[\s,](?P<form>[\w./]+)),\s*(?P<place>[A-ZÀ-Þ][\w.-]+(?: [A-ZÀ-Þ][\w.-]+)?)$", text)
    names = fold(legal["place"]).strip(".") if legal else ""
    if legal and fold(legal["form"]).strip(".") in _LEGAL_FORMS and names not in _LEGAL_FORMS:
        return legal["name"], legal["place"]
    return _unmarked_place(text)


def _unmarked_place(text: str) -> tuple[str, str | None]:
    """A place at the end with no mark before it ("Acme Labs Bellevue, WA"): only if the city is known."""
    match = re.search(r",\s*([A-Z]{2,3}|[A-Z][a-zA-Z .]+)$", text)
    if match is None or not (match[1] in _REGIONS or country_code(match[1])):
        return text, None
    words = text[: match.start()].split(" ")
    for count in (3, 2, 1):
        if len(words) > count and is_city(" ".join(words[-count:])):
            at = len(" ".join(words[:-count]))
            return text[:at].rstrip(" ,"), text[at:].strip()
    if len(words) > 2 and match[1] in _REGIONS and words[-1][:1].isupper():
        at = len(" ".join(words[:-1]))
        return text[:at].rstrip(" ,"), text[at:].strip()
    return text, None
