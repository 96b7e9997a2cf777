"""Lists made to be found earn nothing; lists made to be read do, and so does naming a tool in every position."""

import pytest

from analyses.engine.judge import prepare
from tests.analyses.builders import SmallTaxonomy, job, resume

JOB = job({"text": "Chef for a small kitchen", "kind": "experience"})
NAMES = list(SmallTaxonomy.names.values())


class WideTaxonomy(SmallTaxonomy):
    names = {f"s{number}": f"Skill{number}" for number in range(120)}


def flags(lines, profile=None, taxonomy=None):
    reading = prepare(JOB, resume("\n".join(lines), profile), taxonomy or SmallTaxonomy())
    return [chunk.flag for chunk in reading.chunks]


@pytest.mark.parametrize("times", [5, 12])
def test_one_skill_on_line_after_line_is_stuffed(times):
    assert flags([f"- Python {'!' * number}" for number in range(times)]) == ["stuffed"] * times


def test_a_list_that_others_repeat_keeps_its_place():
    lines = ["- " + ", ".join(NAMES[number:] + NAMES[:number]) for number in range(6)]
    assert flags(lines) == ["", *["stuffed"] * 5]


def test_a_list_cut_for_its_length_is_stuffed_whole():
    assert set(flags([", ".join(NAMES * 12)])) == {"stuffed"}


def test_a_tool_listed_in_every_position_is_honest():
    lines, work, at = [], [], 0
    for number in range(9):
        block = [f"Cook, Example Inn {number}, 20{10 + number} - 20{11 + number}", "- Python, SQL, Django"]
        size = sum(len(line) + 1 for line in block)
        work.append({"position": "Cook", "name": f"Example Inn {number}", "start": at, "end": at + size})
        lines += block
        at += size
    assert "stuffed" not in flags(lines, {"work": work})


def test_a_wall_of_skills_with_no_work_behind_earns_nothing():
    wall = [", ".join(f"Skill{number}" for number in range(begin, begin + 20)) for begin in range(0, 100, 20)]
    assert flags([f"- {line}" for line in wall], taxonomy=WideTaxonomy()) == ["stuffed"] * 5
    shown = [f"- Cooked and served with Skill{number} for the guests of a large hotel." for number in range(30)]
    assert "stuffed" not in flags([*(f"- {line}" for line in wall), *shown], taxonomy=WideTaxonomy())
