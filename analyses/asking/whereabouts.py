"""Questions for where work was done: in a country or a town, abroad, or which countries and towns.

The place is the one that a position itself gives. A town counts for its country only where its name is rarely another
town's: "Munich" is in Germany, "Birmingham" alone may lie in two countries and says nothing.
"""

import re
from collections.abc import Mapping
from typing import Any

from analyses.asking.career import heads, position
from analyses.asking.facts import is_yes_no
from analyses.asking.material import Answer, Material, listed
from resumes.parsing.folding import fold
from resumes.parsing.places import COUNTRIES, country_code, parse_place

_TOWNS = {
    "DE": "berlin hamburg munich munchen muenchen cologne koln frankfurt stuttgart dusseldorf dortmund essen leipzig "
    "bremen dresden hannover nuremberg nurnberg duisburg bochum bonn mannheim karlsruhe wiesbaden heidelberg"
    " freiburg",
    "AT": "vienna wien graz linz salzburg innsbruck klagenfurt",
    "CH": "zurich geneva geneve genf basel lausanne bern zug winterthur lugano",
    "FR": "paris lyon marseille toulouse nantes strasbourg montpellier bordeaux lille rennes grenoble reims",
    "ES": "madrid barcelona sevilla seville malaga bilbao zaragoza",
    "PT": "lisbon lisboa porto coimbra",
    "IT": "rome roma milan milano turin torino naples napoli bologna florence firenze",
    "NL": "amsterdam rotterdam utrecht eindhoven groningen tilburg breda nijmegen haarlem",
    "BE": "brussels bruxelles brussel antwerp antwerpen ghent gent leuven liege",
    "GB": "london glasgow edinburgh leeds liverpool sheffield bristol cardiff belfast nottingham leicester southampton",
    "IE": "dublin galway limerick",
    "DK": "copenhagen kobenhavn aarhus odense",
    "SE": "stockholm gothenburg goteborg malmo uppsala",
    "NO": "oslo bergen trondheim stavanger",
    "FI": "helsinki espoo tampere turku",
    "PL": "warsaw warszawa krakow cracow wroclaw poznan gdansk katowice lodz",
    "CZ": "prague praha brno",
    "HU": "budapest",
    "RO": "bucharest cluj-napoca",
    "IN": "bangalore bengaluru mumbai delhi chennai kolkata pune gurgaon gurugram noida ahmedabad",
    "CN": "beijing shanghai shenzhen guangzhou hangzhou",
    "JP": "tokyo osaka kyoto nagoya yokohama",
    "KR": "seoul busan",
    "AU": "sydney brisbane adelaide canberra",
    "NZ": "auckland",
    "CA": "toronto montreal calgary ottawa edmonton winnipeg mississauga",
    "US": "chicago houston philadelphia dallas seattle denver detroit atlanta miami minneapolis sacramento pittsburgh "
    "cincinnati nashville baltimore milwaukee indianapolis",
    "BR": "curitiba brasilia",
    "AE": "dubai sharjah",
    "KE": "nairobi",
    "NG": "lagos abuja",
    "TR": "istanbul ankara izmir",
}
_LONGER_TOWNS = {
    "frankfurt am main": "DE",
    "new york": "US",
    "new york city": "US",
    "los angeles": "US",
    "san francisco": "US",
    "sao paulo": "BR",
    "rio de janeiro": "BR",
    "den haag": "NL",
    "the hague": "NL",
    "abu dhabi": "AE",
    "new delhi": "IN",
    "cape town": "ZA",
}
_COUNTRY_OF = {town: code for code, towns in _TOWNS.items() for town in towns.split()} | _LONGER_TOWNS
_UNITED_STATES = frozenset(("america", "the states", "us", "usa"))
_ASKS_IN = re.compile(
    r"\b(?:work(?:s|ed|ing)?|employed|based|job|position|role|experience)\b[^?]{0,40}?\b(?P<how>in"
    r"|outside(?: of)?|within)"
    r" (?P<place>(?:the )?[A-Za-zÀ-ÿ][\w.'’ -]{1,40}?)(?= (?:before|for|ever|yet|as|at|since|and|or)\b"
    r"|\s*[?.,!]|\s*$)",
    re.IGNORECASE,
)
# Where somebody may, can or wants to work, and what was never or at some other time, no position says.
_ASKS_OTHERWISE = re.compile(
    r"\b(?:can|could|would|will|may|might|able|allowed|eligib\w+|entitled|permitted|permit|authori[sz]\w+|rights?|visas?"
    r"|sponsor\w*|legal(?:ly)?|citizen\w*|willing\w*|wants?|wish\w*|likes?|prefers?|open to|ready|plans?|hopes?|needs?"
    r"|never|not|before|after|since|until|during)\b|n['’]t\b",
    re.IGNORECASE,
)
_ASKS_ABROAD = re.compile(r"\b(?:abroad|overseas|international(?:ly)? (?:work )?experience|other countries)\b", re.I)
_ASKS_WHICH = re.compile(
    r"\b(?:which|what|how many|list) (?P<sort>countr(?:y|ies)|cit(?:y|ies)|towns?|places|locations)\b.*\bwork",
    re.IGNORECASE,
)


def whereabouts(question: str, material: Material) -> Answer | None:
    """Positions by where they were held; None for another kind of question and for a place that is not known."""
    if _ASKS_OTHERWISE.search(question):
        return None
    rows = [(row, *_place_of(row)) for row in material.profile.get("work") or []]
    which = _ASKS_WHICH.search(question)
    if which:
        return _which(which["sort"].casefold(), rows, material)
    if _ASKS_ABROAD.search(question):
        return _abroad(rows, material)
    asked = _ASKS_IN.search(question)
    if asked is None:
        return None
    wanted = fold(asked["place"]).strip()
    code = "US" if wanted in _UNITED_STATES else country_code(asked["place"])
    if code is None and wanted not in _COUNTRY_OF and not any(wanted == town for _, town, _ in rows):
        return None
    if asked["how"].casefold().startswith("outside"):
        found = [row for row in rows if row[2] and row[2] != code] if code else []
    else:
        found = [row for row in rows if (row[2] == code if code else row[1] == wanted)]
    return _told(found, material, is_yes_no(question))


_Row = tuple[Mapping[str, Any], str, str]


def _told(found: list[_Row], material: Material, yes_no: bool) -> Answer:
    if not found:
        return Answer("")
    words = [_with_place(row, code) for row, _, code in found]
    return Answer(f"{'Yes: ' if yes_no else ''}{'; '.join(words)}.", heads([row for row, _, _ in found], material))


def _with_place(row: Mapping[str, Any], code: str) -> str:
    place = str(row.get("location") or "")
    known = f", {place}" if place and place not in position(row) else ""
    country = _name(code) if code and fold(_name(code)) not in fold(f"{position(row)} {place}") else ""
    return f"{position(row)}{known}{f' ({country})' if country else ''}"


def _which(sort: str, rows: list[_Row], material: Material) -> Answer:
    by_country = sort.startswith("countr")
    known = [row for row in rows if (row[2] if by_country else row[1])]
    names = list(dict.fromkeys(_name(code) if by_country else town.title() for _, town, code in known))
    if not names:
        return Answer("")
    told = "; ".join(_with_place(row, code) for row, _, code in known)
    silent = " The other positions give none." if len(known) < len(rows) else ""
    return Answer(f"{listed(names)}: {told}.{silent}", heads([row for row, _, _ in known], material))


def _abroad(rows: list[_Row], material: Material) -> Answer | None:
    """Positions outside the country that most are in, where the positions name two countries or more."""
    codes = [code for _, _, code in rows if code]
    if len(set(codes)) < 2:
        return None
    return _which("countries", rows, material)


def _place_of(row: Mapping[str, Any]) -> tuple[str, str]:
    """The town, folded, and the country code of a position; empty where they are not known."""
    texts = [str(row.get("location") or "")]
    texts += [str(row.get(key) or "").rpartition(", ")[2] for key in ("position", "name") if ", " in str(row.get(key))]
    for text in filter(None, texts):
        place = parse_place(text)
        if place is None:
            continue
        town = fold(place.city or text.split(",")[0]).strip()
        code = (
            place.country or place.likely_country or country_code(text.rpartition(",")[2]) or _COUNTRY_OF.get(town, "")
        )
        if country_code(town):
            return "", code or country_code(town) or ""
        return town, code
    return "", ""


def _name(code: str) -> str:
    """The English name of a country."""
    name = next((name for name, other in COUNTRIES.items() if other == code), code)
    return name.title().replace(" Of ", " of ").replace(" And ", " and ")
