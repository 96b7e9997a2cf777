"""Skills, how they stand to each other, and how much one shows of another."""

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from skills.matching import Matcher, SkillMention
from skills.outline import Entry, Link, OutlineError, Surface

TAXONOMY_NUMBER = "1"

# How much of the wanted skill is shown, by how the one found stands to it.
CHILD_OF_GROUP = 1.0  # PostgreSQL is a relational database
CHILD = 0.9  # Django shows Python
GRANDCHILD = 0.8
PARENT = 0.25  # Python says little of Django, but something
GROUP_NAMED = 0.5  # "relational databases" where PostgreSQL is asked
PAPERS = "Certifications and licences"  # the category of what is held, not known: naming it says that one has it
SIBLING = 0.4  # alternatives of one group: Vue.js where React is asked
MAX_DEPTH = 6


class Relation(NamedTuple):
    """How much of a wanted skill another one shows (0..1), and why, in words."""

    credit: float
    reason: str


NO_RELATION = Relation(0.0, "")
RELATIONS_KEPT = 50_000  # a job is compared by the same pairs for each of its resumes


@dataclass(frozen=True, slots=True)
class Skill:
    """One skill: a stable id, the name people read, its field, and what it stands under."""

    id: str
    name: str
    category: str
    aliases: tuple[str, ...]
    parent: str | None
    is_group: bool = False


@dataclass(slots=True)
class Taxonomy:
    """All skills. ``version`` is the data's number and the first 12 hex digits of their hash."""

    version: str
    skills: Mapping[str, Skill]
    links: Mapping[tuple[str, str], Relation]
    surfaces: Sequence[tuple[str, Surface]]
    _matcher: Matcher | None = None
    _ids_by_name: dict[str, str] = field(default_factory=dict)
    _with_children: frozenset[str] = frozenset()
    _relations: dict[tuple[str, str], Relation] = field(default_factory=dict)  # those worked out lately

    def get(self, skill_id: str) -> Skill:
        """The skill. Raises KeyError when there is none."""
        return self.skills[skill_id]

    def name(self, skill_id: str) -> str:
        """The skill's name as people write it; the id itself when the taxonomy does not know it (any more)."""
        skill = self.skills.get(skill_id)
        return skill.name if skill else skill_id

    def find(self, text: str) -> list[SkillMention]:
        """Skills named in ``text``, in reading order; spans count code points and never overlap."""
        if self._matcher is None:
            self._matcher = Matcher(self.surfaces, {skill.id: skill.name for skill in self.skills.values()})
        return self._matcher.find(text)

    def lookup(self, name: str) -> Skill | None:
        """The skill with this name, alias or id, in any case; None when there is none."""
        if not self._ids_by_name:
            for skill in self.skills.values():
                for written in (skill.id, skill.name, *skill.aliases):
                    self._ids_by_name.setdefault(written.casefold(), skill.id)
        found = self._ids_by_name.get(name.strip().casefold())
        return self.skills[found] if found else None

    def __iter__(self) -> Iterator[Skill]:
        return iter(self.skills.values())

    def __len__(self) -> int:
        return len(self.skills)

    def kinds(self, text: str) -> list[tuple[str, frozenset[str]]]:
        """Kinds of skill that ``text`` names, with their members: groups ("web frameworks" is the end of Python web
        frameworks), skills with others under them ("databases") and categories ("programming languages")."""
        words = re.findall(r"[a-zà-ÿ][\w.+#-]*", text.casefold())
        phrases = {" ".join(words[i : i + n]) for n in (1, 2, 3) for i in range(len(words)) if i + n <= len(words)}
        phrases = {phrase if phrase.endswith("s") else phrase + "s" for phrase in phrases if len(phrase) > 3}
        found: dict[str, set[str]] = {}
        for skill in self.skills.values():
            name = re.sub(r" \(.*\)$", "", skill.name.casefold())
            if name.endswith("s") and self._is_kind(skill) and any(_ends(name, phrase) for phrase in phrases):
                called = skill.name if name in phrases else self._called(name, phrases)
                found.setdefault(called, set()).update(self._members(skill))
        return [(name, frozenset(ids)) for name, ids in found.items() if ids]

    def _is_kind(self, skill: Skill) -> bool:
        return skill.is_group or skill.id in self._parents()

    def _parents(self) -> frozenset[str]:
        if not self._with_children:
            self._with_children = frozenset(s.parent for s in self.skills.values() if s.parent)
        return self._with_children

    def _called(self, name: str, phrases: Collection[str]) -> str:
        return max((phrase for phrase in phrases if _ends(name, phrase)), key=len)

    def _members(self, kind: Skill) -> set[str]:
        """What stands under a kind, and shows it; of a category that bears its name, what stands at its top."""
        top = {s.id for s in self.skills.values() if s.category.casefold() == kind.name.casefold() and s.parent is None}
        under = {s.id for s in self.skills.values() if kind.id in self._ancestors(s.id)}
        linked = {
            found for (wanted, found), link in self.links.items() if wanted == kind.id and link.credit >= GRANDCHILD
        }
        return (top | under | linked) - {kind.id}

    def related(self, wanted: str, found: str) -> Relation:
        """How much of ``wanted`` is shown by ``found`` and why; 1.0 for the same skill, 0.0 when unrelated or unknown.

        A stated link beside the tree counts when it gives more than the tree does.
        """
        if wanted == found:
            return Relation(1.0, "the same skill")
        if wanted not in self.skills or found not in self.skills:
            return NO_RELATION
        known = self._relations.get((wanted, found))
        if known is not None:
            return known
        options = [self._by_tree(wanted, found), self.links.get((wanted, found), NO_RELATION)]
        if len(self._relations) >= RELATIONS_KEPT:
            self._relations.clear()
        best = self._relations[(wanted, found)] = max(options, key=lambda relation: relation.credit)
        return best

    def _by_tree(self, wanted: str, found: str) -> Relation:
        a, b = self.skills[wanted], self.skills[found]
        above_found, above_wanted = self._ancestors(found), self._ancestors(wanted)
        if wanted in above_found:
            if a.is_group:
                return Relation(CHILD_OF_GROUP, f"{b.name} is one of {a.name}")
            credit = CHILD if above_found[0] == wanted or self._only_groups(above_found, wanted) else GRANDCHILD
            return Relation(credit, f"{b.name} is part of {a.name}")
        if found in above_wanted:
            if b.is_group:
                return Relation(GROUP_NAMED, f"{a.name} is one of {b.name}")
            return Relation(PARENT, f"{a.name} is part of {b.name}")
        if a.parent and a.parent == b.parent and self.skills[a.parent].is_group:
            return Relation(SIBLING, f"both are {self.skills[a.parent].name}")
        return NO_RELATION

    def _ancestors(self, skill_id: str) -> list[str]:
        above: list[str] = []
        parent = self.skills[skill_id].parent
        while parent is not None and len(above) < MAX_DEPTH:
            above.append(parent)
            parent = self.skills[parent].parent
        return above

    def _only_groups(self, above: Sequence[str], until: str) -> bool:
        return all(self.skills[skill].is_group for skill in above[: above.index(until)])


def _ends(name: str, phrase: str) -> bool:
    """True for the whole name, and for its last words from two on."""
    return name == phrase or (" " in phrase and name.endswith(" " + phrase))


def build(entries: Sequence[Entry], links: Sequence[Link]) -> Taxonomy:
    """The taxonomy of these entries and links.

    An entry that comes again (a site's own file) adds its aliases to the skill there is. Raises OutlineError
    for a link to a skill that is not there.
    """
    skills: dict[str, Skill] = {}
    surfaces: list[tuple[str, Surface]] = []
    for entry in entries:
        written = tuple(surface.text for surface in entry.surfaces if surface.text != entry.name)
        before = skills.get(entry.id)
        if before is None:
            skills[entry.id] = Skill(entry.id, entry.name, entry.category, written, entry.parent, entry.is_group)
        else:
            more = tuple(alias for alias in written if alias not in before.aliases)
            skills[entry.id] = Skill(
                before.id,
                before.name,
                before.category,
                before.aliases + more,
                before.parent or entry.parent,
                before.is_group or entry.is_group,
            )
        surfaces += [(entry.id, surface) for surface in entry.surfaces]
    return Taxonomy(_version(entries, links), skills, _relations(links, skills), surfaces)


def _relations(links: Sequence[Link], skills: Mapping[str, Skill]) -> dict[tuple[str, str], Relation]:
    relations: dict[tuple[str, str], Relation] = {}
    for link in links:
        for end in (link.source, link.target):
            if end not in skills:
                raise OutlineError(f"{link.place}: there is no skill {end!r}.")
        a, b = skills[link.source].name, skills[link.target].name
        if link.kind == "shows":
            relations[(link.target, link.source)] = Relation(link.credit, f"{a} shows {b}")
        else:
            relations[(link.target, link.source)] = Relation(link.credit, f"{a} comes near {b}")
            relations[(link.source, link.target)] = Relation(link.credit, f"{b} comes near {a}")
    return relations


def _version(entries: Sequence[Entry], links: Sequence[Link]) -> str:
    digest = hashlib.sha256()
    for entry in entries:
        row = (entry.id, entry.name, entry.category, entry.parent, entry.is_group)
        digest.update(repr((row, [(s.text, s.rule) for s in entry.surfaces])).encode())
    for link in links:
        digest.update(repr((link.source, link.target, link.kind, link.credit)).encode())
    return f"{TAXONOMY_NUMBER}-{digest.hexdigest()[:12]}"
