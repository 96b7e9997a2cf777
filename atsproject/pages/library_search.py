"""What the library's address asks for, as rows: words, meaning, skill, date, reading, tag, duplicates and versions."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q
from django.db.models.fields.json import KT
from django.http import HttpRequest, QueryDict

from analyses.library import nearest, skill_named, with_skill
from analyses.taxonomy import SiteTaxonomy
from atsproject.pages.acting import number
from atsproject.pages.blind import conceal, cover, resume_is_masked, shown_file
from resumes.models import Resume

SKILLS_SHOWN = 5


@dataclass
class Search:
    """The rows asked for in their order, with the nearness of each where meaning was searched, and what to say."""

    rows: Any
    similarity: dict[str, float] = field(default_factory=dict)
    by_meaning: bool = False
    narrowed: bool = False
    notes: list[str] = field(default_factory=list)

    @staticmethod
    def prepared(rows: Any) -> Any:
        """What a row shows, counted and read with it."""
        return (
            rows.light()
            .with_counts()
            .annotate(
                position=KT("profile__work__0__position"),
                employer=KT("profile__work__0__name"),
            )
            .select_related("digest")
            .prefetch_related("tags")
        )


class KnownRows:
    """Resumes by their ids, in that order; only the part that a page shows is read."""

    def __init__(self, keys: list[str]) -> None:
        self.keys = keys

    def __len__(self) -> int:
        return len(self.keys)

    def __getitem__(self, part: slice) -> list[Any]:
        wanted = self.keys[part]
        rows = {row.pk: row for row in Search.prepared(Resume.objects.filter(pk__in=wanted))}
        return [rows[key] for key in wanted if key in rows]


def search_of(request: HttpRequest) -> Search:
    """The search that an address asks for."""
    asked = request.GET
    notes: list[str] = []
    rows = _skilled(request, _narrowed(asked), notes)
    if asked.get("versions") != "all" and not asked.get("person"):
        rows = rows.leading()
    words = asked.get("q", "").strip()
    narrowed = any(asked.get(name) for name in ("status", "level", "tag", "skill", "since", "until", "person"))
    if words and asked.get("by") == "meaning":
        return _by_meaning(words, rows, notes)
    if words:
        # One look through the texts: counting the rows and then reading a page of them would take two.
        found = rows.filter(_with_words(words, hidden=cover(request).hiding())).order_by("-uploaded_at", "pk")
        return Search(KnownRows(list(found.values_list("pk", flat=True))), narrowed=True, notes=notes)
    return Search(Search.prepared(rows).order_by("-uploaded_at", "pk"), narrowed=narrowed, notes=notes)


def _narrowed(asked: QueryDict) -> Any:
    rows: Any = Resume.objects.all()
    if asked.get("status") in Resume.Status.values:
        rows = rows.filter(status=asked["status"])
    if asked.get("level"):
        rows = rows.read_as(asked["level"])
    if person := number(asked.get("person")):
        rows = rows.filter(person_id=person)
    if asked.get("several"):
        rows = rows.in_several_files()
    rows = rows.tagged(*(tag for tag in asked.getlist("tag") if tag))
    for end, lookup in (("since", "uploaded_at__date__gte"), ("until", "uploaded_at__date__lte")):
        day = _day(asked.get(end))
        rows = rows.filter(**{lookup: day}) if day else rows
    return rows


def _skilled(request: HttpRequest, rows: Any, notes: list[str]) -> Any:
    asked = request.GET
    words = asked.get("skill", "").strip()
    if not words:
        return rows
    skill = skill_named(words)
    if skill is None:
        notes.append(
            f"“{words}” is no skill the taxonomy knows; the words of the resumes were searched for it instead."
        )
        return rows.filter(_with_words(words, hidden=cover(request).hiding()))
    return with_skill(rows, skill, _number(asked.get("years")))


def _by_meaning(words: str, rows: Any, notes: list[str]) -> Search:
    near = nearest(words, rows)
    if near.not_yet:
        notes.append(
            f"{near.not_yet} of these resumes cannot be found by meaning yet. If that stays so, ask whoever runs the "
            "site to run check_storage --repair."
        )
    return Search(KnownRows(list(near.similarity)), near.similarity, by_meaning=True, narrowed=True, notes=notes)


def _with_words(words: str, *, hidden: Q) -> Q:
    """Resumes whose name or file holds the words, or whose text holds each of them; of a hidden candidate only what
    says nothing of who it is."""
    named = Q(candidate_name__icontains=words) | Q(original_filename__icontains=words)
    text, masked_text = Q(), Q()
    for word in words.split():
        text &= Q(text__icontains=word)
        masked_text &= Q(digest__text__icontains=word)
    # Any: the type checker takes a negated condition for something else.
    shown: Any = ~hidden
    found: Q = (shown & (named | text)) | (hidden & ~named & masked_text)
    return found


def name_rows(request: HttpRequest, rows: Iterable[Any], search: Search) -> None:
    """Give each row what it shows: its name or code, its strongest skills, its nearness."""
    taxonomy, listed = SiteTaxonomy(), list(rows)
    cover(request).hidden.look_up(row.pk for row in listed)
    for row in listed:
        row.masked = resume_is_masked(request, row)
        row.shown = shown_file(request, row, row.candidate_name)
        row.near = search.similarity.get(row.pk)
        months = row.digest.months if hasattr(row, "digest") else {}
        strongest = sorted(months.items(), key=lambda item: (-(item[1] or 0), item[0]))[:SKILLS_SHOWN]
        row.skills = [{"name": taxonomy.name(skill), "months": held} for skill, held in strongest]
    conceal(request, listed)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def _number(text: str | None) -> float:
    try:
        value = float(text or 0)
    except ValueError:
        return 0
    return value if 0 < value <= 60 else 0
