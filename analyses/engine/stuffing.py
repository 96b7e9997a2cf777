"""Skills that are listed to be found, not to be read: one over and over, a list again and again, or all there are.

A skill named in a sentence of work done is never counted, and naming a tool in every position held is honest: what is
counted are bare lists, those of each position by themselves.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from analyses.engine.chunks import Chunk
from analyses.engine.skillset import SkillPlace

IN_CHUNK = 4  # times that one chunk names a skill
IN_LISTS = 5  # lists of one position, or of the rest of the resume, that name a skill
REAL_LIST = 3  # skills of a list that keeps its first place though others repeat it
WALL, BACKED = 80, 0.25  # skills in bare lists, and the share of them that anything else in the resume speaks of

Counts = Mapping[int, Counter[str]]


def stuffed(chunks: Sequence[Chunk], places: Sequence[SkillPlace]) -> set[int]:
    """Indexes of the chunks whose skills earn nothing."""
    named: dict[int, Counter[str]] = {}
    covered: dict[int, set[int]] = {}  # positions of a chunk that name a skill
    for place in places:
        named.setdefault(place.chunk.index, Counter())[place.skill_id] += 1
        covered.setdefault(place.chunk.index, set()).update(range(place.start, place.end))
    lists = [chunk for chunk in chunks if _is_list(chunk, named.get(chunk.index), len(covered.get(chunk.index, ())))]
    within = {index for index, counts in named.items() if max(counts.values()) >= IN_CHUNK}
    return within | _rests(chunks, lists, named, within) | _listed_again(lists, named) | _wall(lists, named)


def _is_list(chunk: Chunk, counts: Counter[str] | None, covered: int) -> bool:
    """Whether a chunk is little more than names of skills, which may have several words."""
    return counts is not None and (2 * counts.total() >= chunk.words or 2 * covered >= len(chunk.masked.text))


def _rests(chunks: Sequence[Chunk], lists: Sequence[Chunk], named: Counts, within: set[int]) -> set[int]:
    """What was cut off a list that names its skills over and over, for its length."""
    found = set()
    for chunk in lists:
        for beside in (chunk.index - 1, chunk.index + 1):
            if beside in within and _touch(chunk, chunks[beside]) and named[chunk.index].keys() <= named[beside].keys():
                found.add(chunk.index)
    return found


def _touch(one: Chunk, other: Chunk) -> bool:
    return 0 <= max(one.start, other.start) - min(one.end, other.end) <= 2


def _listed_again(lists: Sequence[Chunk], named: Counts) -> set[int]:
    """Lists that name what was listed often; a real list keeps its place where it does so first."""
    holding: dict[tuple[int | None, str], list[Chunk]] = defaultdict(list)
    for chunk in lists:
        for skill in named[chunk.index]:
            holding[chunk.entry, skill].append(chunk)
    found: dict[int | None, set[int]] = defaultdict(set)
    for (entry, _), again in holding.items():
        if len(again) >= IN_LISTS:
            found[entry] |= {chunk.index for chunk in again}
    for indexes in found.values():
        if len(named[min(indexes)]) >= REAL_LIST:
            indexes.discard(min(indexes))
    return set().union(*found.values())


def _wall(lists: Sequence[Chunk], named: Counts) -> set[int]:
    """All bare lists where they name more than anybody can do, and hardly any of it stands elsewhere."""
    own = {chunk.index for chunk in lists}
    listed = {skill for chunk in lists for skill in named[chunk.index]}
    told = {skill for index, counts in named.items() if index not in own for skill in counts}
    return own if len(listed) >= WALL and len(listed & told) < BACKED * len(listed) else set()
