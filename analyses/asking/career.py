"""Questions for employers and dates: where, when, and how long."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from analyses.asking.facts import SHOWS, dates, is_yes_no, names
from analyses.asking.material import Answer, Citation, Material, listed, quoted, unique
from analyses.asking.order import by_order
from analyses.engine import work as months_of_work
from resumes.parsing.timeline import Stretch, covered, gaps, is_break

MIN_WORDS = 2  # a single word says nothing of work


def employers(question: str, material: Material) -> Answer | None:
    """Where and when the candidate worked; None for another kind of question."""
    rows = list(material.profile.get("work") or [])
    named = [row for row in rows if names(question, str(row.get("name") or ""))]
    about_work = re.search(
        r"\b(?:employers?|compan(?:y|ies)|work(?:s|ed|ing)? (?:at|for|now|currently|today|before)"
        r"|where (?:does|did|has|is|was) [\w ]+ (?:work\w*|employed)|current(?:ly)? "
        r"(?:job|role|position|title|employ\w+|work\w*)|last (?:job|role|position|employer)|previous (?:jobs?"
        r"|roles?|positions?|employers?)"
        r"|(?:job|role|position|title|employed|employer)s?\b.* (?:in|during|between|of) (?:19|20)\d{2}"
        r"|what (?:was|did) \w+ do(?:ing)? (?:in|during|between)"
        r"|job titles?|positions? held|work history|career|jobs? (?:has|did|have)|(?:most recent"
        r"|latest) (?:job|role|position|employer))\b",
        question,
        re.IGNORECASE,
    )
    if not named and not about_work:
        return None
    sort = _SORT.search(question)
    if sort and not named:
        # "Which banks has she worked for?" asks for banks only.
        rows = [row for row in rows if sort["sort"].casefold() in f"{row.get('name')} {row.get('position')}".casefold()]
        return Answer(f"{'; '.join(position(row) for row in rows)}.", heads(rows, material)) if rows else Answer("")
    years = _years_in(question)
    if years and not named:
        return _employed_in(years, material, is_yes_no(question))
    if not named and re.search(r"\b(?:work(?:s|ed|ing)?|job|role|position|employed) (?:at|for) [A-Z]", question):
        return Answer("")
    if not named and re.search(r"\b(?:current|now|today|currently)\b", question, re.IGNORECASE):
        named = [row for row in rows if row.get("current")]
        if not named:
            return Answer("")
    if not named and re.search(r"\b(?:last|latest|most recent)\b", question, re.IGNORECASE):
        named = sorted(rows, key=lambda r: (bool(r.get("current")), str(r.get("endDate") or "")), reverse=True)[:1]
    if not named and re.search(r"\b(?:before|previous(?:ly)?|former(?:ly)?)\b", question, re.IGNORECASE):
        named = [row for row in rows if not row.get("current")]
    rows = named or rows
    if not rows:
        return Answer("")
    prefix = "Yes: " if is_yes_no(question) else ""
    return Answer(f"{prefix}{'; '.join(position(row) for row in rows)}.", heads(rows, material))


_SORT = re.compile(
    r"\b(?:which|what) (?!(?:compan|employ|firm|organi|place|job|role|position|industr|sector|countr|cit"
    r"|kind|sort|type|year))"
    r"(?P<sort>[a-z]{3,}?)(?:e?s|ies|ys)? (?:has|have|did) \w+ (?:ever )?work(?:ed)? (?:for|at|in)\b",
    re.IGNORECASE,
)


def singled_out(question: str, material: Material) -> Answer | None:
    """The first position, the longest, the one before another, or their number; None for other questions."""
    rows = list(material.profile.get("work") or [])

    def told(entries: list[int]) -> Answer:
        chosen = [rows[index] for index in entries]
        return Answer(f"{'; '.join(position(row) for row in chosen)}.", heads(chosen, material))

    return by_order(question, material, told)


def without_employers(question: str, material: Material) -> str:
    """The question without the names of employers: "at Grapevine Insurance" asks for no insurance."""
    for row in material.profile.get("work") or []:
        name = re.split(r"\s*[(,|]", str(row.get("name") or ""), maxsplit=1)[0].strip()
        if name and names(question, name):
            question = re.sub(re.escape(name), " ", question, flags=re.IGNORECASE)
    return question


_ASKS_PAUSES = re.compile(r"\b(?:gaps?|career breaks?|unemployed|out of work|time off work)\b", re.IGNORECASE)
_ASKS_WORK_AT = re.compile(
    r"\b(?:what|which)\b.*\b(?:do|did|doing|done|responsib\w+|duties|tasks|work(?:ed)? on|achiev\w+"
    r"|role)\b",
    re.IGNORECASE,
)

_PLACE = re.compile(r"\s*[A-Z][\w .'-]{2,30}, [A-Z]{2}\s*$")


_ASKS_EMPLOYED = re.compile(
    r"\s*(?:is|are) [\w’']+ (?:still |currently |presently )?(?:working|employed|in (?:work|a job)|between jobs"
    r"|unemployed"
    r"|out of work)(?: (?:now|right now|at the moment|currently|today|anywhere|at present))?\W*$",
    re.IGNORECASE,
)


_SINCE_WHEN = re.compile(
    r"\b(?:unemployed|out of work|without (?:a job|work))\b.*\b(?:since when|how long)\b"
    r"|\b(?:since when|how long)\b.*\b(?:unemployed|out of work|without (?:a job|work))\b",
    re.IGNORECASE,
)


def employed_now(question: str, material: Material) -> Answer | None:
    """Whether a position is given as current; None for another kind of question."""
    if not _ASKS_EMPLOYED.match(question) and not _SINCE_WHEN.search(question):
        return None
    rows = list(material.profile.get("work") or [])
    current = [row for row in rows if row.get("current")]
    if current:
        told = "; ".join(position(row) for row in current)
        return Answer(f"The resume gives as current: {told}.", heads(current, material))
    held = sorted(months_of_work.spans(material.profile, material.resume.as_of), key=lambda s: (s.last, s.first))
    last = [rows[held[-1].entry]] if held else []
    return (
        Answer(f"No position is given as current; the last is {position(last[0])}.", heads(last, material))
        if last
        else Answer("")
    )


_ASKS_LAST_USE = re.compile(
    r"\bwhen\b.*\b(?:last(?: time)?|most recently)\b|\b(?:last|most recent) (?:use|used|time)\b|\bhow recent(?:ly)?\b"
    r"|\bwhen did\b.*\b(?:use|work with)\b",
    re.IGNORECASE,
)


def last_used(question: str, material: Material) -> Answer | None:
    """The latest position whose lines name a skill; None for other questions and where no position names it."""
    if not _ASKS_LAST_USE.search(question):
        return None
    asked = [m.skill_id for m in material.taxonomy.find(without_employers(question, material))]
    rows = list(material.profile.get("work") or [])
    held = {span.entry: span for span in months_of_work.spans(material.profile, material.resume.as_of)}
    told: list[str] = []
    cited: list[Citation | None] = []
    for skill in dict.fromkeys(asked):
        places = [place for place in material.skills.places.get(skill, ()) if place.chunk.entry in held]
        if not places:
            continue
        latest = max(places, key=lambda place: (held[place.chunk.entry or 0].last, -place.chunk.index))
        told.append(f"{material.taxonomy.name(skill)} is last named under {position(rows[latest.chunk.entry or 0])}")
        cited += [material.cite_chunk(latest.chunk), material.head(latest.chunk.entry or 0)]
    return Answer(f"{'; '.join(told)}.", unique(cited)) if told else None


def _since_the_last(rows: Sequence[Mapping[str, Any]], held: Sequence[Stretch], material: Material) -> str:
    """The months since the last position ended, where none is current and they are half a year or more."""
    today = material.resume.as_of.year * 12 + material.resume.as_of.month - 1
    months = today - max(span.last for span in held)
    if any(row.get("current") for row in rows) or months < MONTHS_OF_A_GAP:
        return ""
    last = rows[max(held, key=lambda span: span.last).entry]
    return (
        f"No position is dated since {last.get('endDate')}, {months_of_work.in_words(months)} before the day of asking."
    )


MONTHS_OF_A_GAP = 6


def pauses(question: str, material: Material) -> Answer | None:
    """Months between dated positions in which none was held; None for another kind of question."""
    if not _ASKS_PAUSES.search(question):
        return None
    rows = list(material.profile.get("work") or [])
    held = sorted(months_of_work.spans(material.profile, material.resume.as_of), key=lambda s: s.first)
    if len(held) < 2:
        return Answer("")
    breaks = unique(_entry(row, material) for row in rows if is_break(row))
    found = gaps(rows, material.resume.as_of)
    since = _since_the_last(rows, held, material)
    cited = unique([*breaks, *heads([rows[span.entry] for span in reversed(held)], material)])
    if not found and since:
        return Answer(since, cited)
    if not found:
        return Answer("No gap of six months or more lies between the dated positions.", cited)
    told = [f"{months_of_work.in_words(row['months'])} ({row['start']} to {row['end']})" for row in found]
    said = f" The resume says: {quoted(breaks)}" if breaks else ""
    since = f" {since}" if since else ""
    return Answer(f"Between the dated positions lie {listed(told)} without one.{since}{said}", cited)


def work_at(question: str, material: Material) -> Answer | None:
    """What was done at an employer that the question names: the lines of that position; None for other questions."""
    rows = list(material.profile.get("work") or [])
    named = [i for i, row in enumerate(rows) if names(question, str(row.get("name") or ""))]
    if not named or not _ASKS_WORK_AT.search(question):
        return None
    places = {str(row.get("location") or "").casefold() for row in rows}
    lines = [c for c in material.chunks if c.entry in named and not c.is_head and c.words >= MIN_WORDS]
    lines = [c for c in lines if c.masked.text.strip().casefold() not in places and not _PLACE.match(c.masked.text)]
    cited = unique(material.cite_chunk(chunk) for chunk in lines)
    return Answer(f"The resume says: {quoted(cited)}", cited) if cited else Answer("")


def position(row: Mapping[str, Any]) -> str:
    """A position in words: title, employer and dates as the profile has them."""
    title = str(row.get("position") or "")
    name = str(row.get("name") or "")
    return f"{' at '.join(part for part in (title, name) if part) or 'A position'}{dates(row)}"


def heads(rows: Sequence[Mapping[str, Any]], material: Material) -> tuple[Citation, ...]:
    """The lines that open positions, with their titles and dates; their first line where they stand in no chunk."""
    work = list(material.profile.get("work") or [])
    return unique(material.head(work.index(row)) or _entry(row, material) for row in rows)


def _entry(row: Mapping[str, Any], material: Material) -> Citation | None:
    if row.get("start") is None or row.get("end") is None:
        words = str(row.get("name") or "")
        return material.find(words) if words else None
    return material.line_at(int(row["start"]), int(row["end"]))


def _years_in(question: str) -> tuple[int, int] | None:
    """The first and the last year that a question names; None when it names none."""
    found = [int(year) for year in re.findall(r"\b(?:19|20)\d{2}\b", question)]
    return (min(found), max(found)) if found else None


def _employed_in(years: tuple[int, int], material: Material, yes_no: bool) -> Answer:
    """The positions held in those years. Months that no position covers are nobody's to fill."""
    first, last = years[0] * 12, years[1] * 12 + 12
    held = months_of_work.spans(material.profile, material.resume.as_of)
    chosen = sorted((s for s in held if s.first < last and s.last > first), key=lambda s: -s.last)
    rows = [(material.profile.get("work") or [])[span.entry] for span in chosen]
    if not rows:
        return Answer("")
    prefix = "Yes: " if yes_no else ""
    told = "; ".join(position(row) for row in rows)
    empty = [row for row in gaps(material.profile.get("work") or [], material.resume.as_of) if _within(row, years)]
    silent = "".join(f" No position is dated {row['start']} to {row['end']}." for row in empty)
    return Answer(f"{prefix}{told}.{silent}", heads(rows, material))


def _within(gap: Mapping[str, Any], years: tuple[int, int]) -> bool:
    return int(str(gap["start"])[:4]) <= years[1] and int(str(gap["end"])[:4]) >= years[0]


_AT_LEAST = re.compile(
    r"\b(?:more than|over|at least|minimum of|upwards of)\s+(?P<years>\d{1,2}|"
    + "|".join(months_of_work.NUMBERS[1:])
    + r")\s+years?\b(?! (?:old|of age)\b)|\b(?P<plus>\d{1,2})\s*\+\s*years?\b",
    re.IGNORECASE,
)


def duration(question: str, material: Material) -> Answer | None:
    """How long, counted in non-overlapping months of dated positions; whether as long as is asked, where it is asked;
    None for another kind of question."""
    asked = _AT_LEAST.search(question) if is_yes_no(question) else None
    if asked is None:
        return _counted(question, material)
    found = _counted(f"How many years: {question}", material)
    if found is None or not found.citations:
        return found
    total = re.match(r"(?:(?P<years>\d+) years?)?(?: ?(?P<months>\d+) months?)?", found.response)
    held = int(total["years"] or 0) * 12 + int(total["months"] or 0) if total else 0
    word = (asked["years"] or asked["plus"]).casefold()
    wanted = 12 * (months_of_work.NUMBERS.index(word) if word in months_of_work.NUMBERS else int(word))
    if not held:
        return found  # years that a sentence states, not months that were counted
    enough = held > wanted if re.match(r"(?:more|over)\b", asked.group(), re.IGNORECASE) else held >= wanted
    return Answer(f"{'Yes' if enough else 'No'}: {found.response}", found.citations)


def _counted(question: str, material: Material) -> Answer | None:
    """Months of dated positions: at an employer, naming a skill, or all."""
    if not re.search(
        r"\b(?:how many (?:years|yrs|months)|how long|(?:years|yrs) (?:of|as)|^\s*(?:total )?(?:years"
        r"|yrs) (?:in|with)|in (?:years|months)|yoe)\b",
        question,
        re.IGNORECASE,
    ):
        return None
    held = months_of_work.spans(material.profile, material.resume.as_of)
    skills = [m.skill_id for m in material.taxonomy.find(without_employers(question, material))]
    rows = list(material.profile.get("work") or [])
    named = [i for i, row in enumerate(rows) if names(question, str(row.get("name") or ""))]
    if not named and re.search(
        r"\bcurrent(?:ly)? (?:job|role|position|employer|company|post)\b", question, re.IGNORECASE
    ):
        named = [i for i, row in enumerate(rows) if row.get("current")]
        if not named:
            return Answer("")
    if named:
        chosen = [span for span in held if span.entry in named]
        return _months(chosen, material, f"at {rows[named[0]].get('name')}")
    by_title = _titled(question, rows) or ([] if skills else _of_topic(question, rows))
    if by_title:
        called = listed(list(dict.fromkeys(str(rows[i].get("position") or rows[i].get("name")) for i in by_title)))
        return _months([span for span in held if span.entry in by_title], material, f"as {called}")
    if skills:
        shown = _showing(skills, material)
        places = [place for skill in shown for place in material.skills.places.get(skill, ())]
        entries = {place.chunk.entry for place in places}
        others = [material.taxonomy.name(s) for s in shown if s not in skills]
        what = f"naming {listed(list(dict.fromkeys(material.taxonomy.name(s) for s in skills)))}"
        what += f" or what shows it ({listed(others[:4])})" if others else ""
        answer = _months([span for span in held if span.entry in entries], material, f"in positions {what}")
        return answer if answer.response else _claimed([p.chunk.index for p in places], material)
    if re.search(r"\b(?:experience|work(?:ed|ing)?|career|employed|yoe)\b", question, re.IGNORECASE) and not _specific(
        question
    ):
        answer = _months(held, material, "of dated work, overlaps counted once")
        return answer if answer.response else _claimed(None, material)
    return None


_AS_TITLE = re.compile(
    r"\b(?:as|been|being) (?:an? |the )?(?P<title>[\w/&+ -]{3,50}?)(?=\s*(?:[?.,]|$)| (?:at|in|for|does"
    r"|did|has|have|he|she"
    r"|they)\b)",
    re.IGNORECASE,
)


def _titled(question: str, rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """Positions whose titles hold every word of the one that a question names: "as a cook", "been driving class 1"."""
    asked = _AS_TITLE.search(question)
    words = {_stem(word) for word in re.findall(r"\w+", asked["title"])} - _WORDS_OF_WORK if asked else set()
    # Where no title was told from the employer, the line that names both.
    called = [str(row.get("position") or row.get("name") or "") for row in rows]
    held = [{_stem(word) for word in re.findall(r"\w+", words)} for words in called]
    return [index for index, title in enumerate(held) if words and words <= title]


_NO_TOPIC_WORDS = """
how many much long years yrs months years' has have had he she they the a an of in as for with and at to his her their
experience experienced work worked working job jobs career total overall professional relevant been does do did
candidate person this that all full time part paid dated altogether commercial hands on yoe is it industry field
"""
_NO_TOPIC = frozenset(_NO_TOPIC_WORDS.split())


def _of_topic(question: str, rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """Positions whose titles hold what else a question says: "years has he driven HGVs", "development experience"."""
    words = {_stem(word) for word in re.findall(r"[^\W\d_]{2,}", question.casefold()) if word not in _NO_TOPIC}
    titles = [{_stem(w) for w in re.findall(r"\w+", str(row.get("position") or "").casefold())} for row in rows]
    return [index for index, title in enumerate(titles) if words and words <= title]


_EXPERIENCE = re.compile(
    r"\b(?P<field>[\w/&-]+(?: [\w/&-]+)?) experience\b|\bexperience (?:in|of|as) (?P<of>[\w/& -]+)", re.I
)


def titles(question: str, material: Material) -> Answer | None:
    """Positions whose title names what experience is asked for, a teaching assistant for teaching; None without any."""
    asked = _EXPERIENCE.search(question)
    wanted = re.findall(r"\w+", (asked["field"] or asked["of"]) if asked else "")
    words = {_stem(word) for word in wanted if word.casefold() not in ("any", "have", "got", "some", "the", "much")}
    rows = [
        row
        for row in material.profile.get("work") or []
        if words and words <= {_stem(word) for word in re.findall(r"\w+", str(row.get("position") or ""))}
    ]
    if not rows:
        return None
    prefix = "Yes: " if is_yes_no(question) else ""
    return Answer(f"{prefix}{'; '.join(position(row) for row in rows)}.", heads(rows, material))


_WORDS_OF_WORK = frozenset(("work", "employ", "a", "an", "the", "professional", "experience", "job"))


def _stem(word: str) -> str:
    """A word without the end that tells who does it from doing it: ``driver`` and ``driving``."""
    return re.sub(r"(?<=\w{3})(?:ers?|ors?|ings?|ments?|en|ed|s|e)$", "", word.casefold())


def _showing(asked: Sequence[str], material: Material) -> list[str]:
    """The skills asked for, and those of the resume that show them: years with Django are years with Python."""
    near = [s for s in material.skills.ids() if any(material.taxonomy.related(a, s)[0] >= SHOWS for a in asked)]
    return list(dict.fromkeys([*asked, *near]))


def _specific(question: str) -> bool:
    """True for "years of experience in nursing": a field that months in general would not answer."""
    # "at Contoso" is as specific: the whole record would answer another question.
    if re.search(r"\b(?:at|for) (?!the\b|least\b)[A-Z]\w", question):
        return True
    if re.search(
        r"\b(?:years|months) of (?!(?:work|professional|total|overall|relevant|dated|job)\b)\w+ experience\b",
        question,
        re.I,
    ):
        return True
    return bool(
        re.search(
            r"\bexperience (?:in(?! total\b)|with|as|of|on|using)\b|\bwork(?:ed|ing)? (?:in|with|as"
            r"|on)\b",
            question,
            re.IGNORECASE,
        )
    )


def _months(chosen: list[Stretch], material: Material, what: str) -> Answer:
    total = covered(chosen)
    if not total:
        return Answer("")
    rows = list(material.profile.get("work") or [])
    cited = heads([rows[span.entry] for span in sorted(chosen, key=lambda s: -s.last)], material)
    return Answer(f"{months_of_work.in_words(total).capitalize()} {what}.", cited)


def _claimed(indexes: list[int] | None, material: Material) -> Answer:
    """Years that a sentence states, where nothing is dated."""
    for chunk in material.chunks:
        claim = months_of_work.stated_years(chunk.masked.text)
        if claim and chunk.section != "education" and (indexes is None or chunk.index in indexes):
            return Answer(
                f"The resume states {claim[0]:g} years; its positions give no dates to count.",
                (material.cite_chunk(chunk),),
            )
    return Answer("")
