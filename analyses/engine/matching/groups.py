"""Which of the skills that a requirement names stand in for each other, by the words between them.

"Sales in robotics or logistics" asks for sales and for one of the two; "best practices such as testing and CI/CD"
for any of the practices named.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from analyses.engine.inputs import Requirement
from analyses.engine.skillset import Mention, Taxonomy

SAME_THING = 0.8  # of a skill that the one in brackets shows: of "CI/CD (Jenkins or GitLab CI)" one is enough
_OR = re.compile(r"\b(?:or|oder|ou|o|and/or)\b|/", re.IGNORECASE)
_COMMA = re.compile(r"^[\s)]*,\s*(?:\w[\w-]*\s+){0,2}$")
_EXAMPLES = re.compile(
    r"\b(?:such as|e\.g\.?|for example|for instance|like|including|one of|any of|either|at least one(?: of)?"
    r"|one or more(?: of)?"
    r"|z\. ?b\.|wie|beispielsweise|comme|par exemple)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[;.](?:\s|$)")
_BRACKET = re.compile(r"^\s*\(\s*$")
_ALIKE = re.compile(r"\b(?:similar|comparable|equivalent|vergleichbar\w*|ähnlich\w*|similaires?)\b", re.IGNORECASE)


def skill_groups(requirement: Requirement, taxonomy: Taxonomy) -> tuple[tuple[str, ...], ...]:
    """The requirement's skills in groups, one of each being enough; in the order they are named."""
    skills = tuple(dict.fromkeys(requirement.skills))
    places = _places(requirement, taxonomy)
    if requirement.skills_mode == "any" and (len(skills) < 3 or set(skills) != {m.skill_id for m in places}):
        return (skills,) if skills else ()  # as a person chose it, or nothing to tell apart
    linked = _Links(skills)
    if requirement.skills_mode == "any":
        for left, right in pairwise(places):
            if _BRACKET.match(requirement.text[left.end : right.start]) and _one_thing(left, right, taxonomy):
                linked.join(left.skill_id, right.skill_id)
        _link_alternatives(requirement.text, places, taxonomy, linked)
        if not linked.any:
            return (skills,)
    return linked.groups()


def _places(requirement: Requirement, taxonomy: Taxonomy) -> list[Mention]:
    found: dict[str, Mention] = {}
    for mention in sorted(taxonomy.find(requirement.text), key=lambda m: (m.start, m.end, m.skill_id)):
        if mention.skill_id in requirement.skills:
            found.setdefault(mention.skill_id, mention)
    return list(found.values())


def _one_thing(left: Mention, right: Mention, taxonomy: Taxonomy) -> bool:
    a, b = left.skill_id, right.skill_id
    return max(taxonomy.related(a, b)[0], taxonomy.related(b, a)[0]) >= SAME_THING


def _link_alternatives(text: str, places: Sequence[Mention], taxonomy: Taxonomy, linked: "_Links") -> None:
    gaps = [text[a.end : b.start] for a, b in pairwise(places)]
    for at, gap in enumerate(gaps):
        if not _OR.search(gap):
            continue
        linked.join(places[at].skill_id, places[at + 1].skill_id)
        for earlier in range(at - 1, -1, -1):  # "A, B or C": the commas before belong to the choice
            if not _COMMA.match(gaps[earlier]):
                break
            linked.join(places[earlier].skill_id, places[at].skill_id)
    for marker in _EXAMPLES.finditer(text):
        _link_examples(text, places, marker, taxonomy, linked)
    for marker in _ALIKE.finditer(text):
        before = [m for m in places if m.end <= marker.start()]
        for left, right in zip(before[::-1][1:], before[::-1], strict=False):
            if not (_COMMA.match(text[left.end : right.start]) or _OR.search(text[left.end : right.start])):
                break
            linked.join(left.skill_id, right.skill_id)
        linked.any = linked.any or bool(before)


def _link_examples(
    text: str, places: Sequence[Mention], marker: re.Match[str], taxonomy: Taxonomy, linked: "_Links"
) -> None:
    """What is named as an example stands for the rest, and for the kind of thing that they are examples of."""
    end = _CLAUSE_END.search(text, marker.end())
    after = [m for m in places if marker.end() <= m.start < (end.start() if end else len(text))]
    for left, right in pairwise(after):
        linked.join(left.skill_id, right.skill_id)
    before = [m for m in places if m.end <= marker.start()]
    if before and after and (_one_thing(before[-1], after[0], taxonomy) or marker.start() - before[-1].end <= 2):
        linked.join(before[-1].skill_id, after[0].skill_id)
    linked.any = linked.any or bool(after)


class _Links:
    """Skills joined into groups."""

    def __init__(self, skills: Sequence[str]) -> None:
        self.of = {skill: skill for skill in skills}
        self.any = False  # whether anything was said to stand in for another

    def join(self, left: str, right: str) -> None:
        """Put both into one group."""
        keep, drop = self.of[left], self.of[right]
        self.any = True
        self.of = {skill: keep if group == drop else group for skill, group in self.of.items()}

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The groups, each in the order its skills are named."""
        rows: dict[str, list[str]] = {}
        for skill, group in self.of.items():
            rows.setdefault(group, []).append(skill)
        return tuple(tuple(row) for row in rows.values())
