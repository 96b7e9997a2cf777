"""Work laid on a line: bars in percent, gaps and overlaps beside them."""

from atsproject.pages.timeline import timeline

WORK = [
    {"position": "Lead", "name": "Corvane", "startDate": "2020-01", "endDate": "2021-12"},
    {"position": "Adviser", "name": "Delmont", "startDate": "2021-07", "endDate": "2021-12"},
    {"position": "Junior", "name": "Estrel", "startDate": "2016-01", "endDate": "2017-12"},
    {"position": "Undated", "name": "Nowhere"},
]


def test_bars_gaps_and_overlaps():
    found = timeline({"work": WORK})
    assert found is not None
    assert [row["title"] for row in found["rows"]] == ["Adviser, Delmont", "Lead, Corvane", "Junior, Estrel"]
    assert found["rows"][2] | {"x": 0.0, "width": 33.33, "months": 24} == found["rows"][2]
    assert [(gap["start"], gap["end"], gap["x"], gap["width"]) for gap in found["gaps"]] == [
        ("2018-01", "2019-12", 33.33, 33.33)
    ]
    assert [len(row["overlaps"]) for row in found["rows"]] == [1, 1, 0]
    assert found["rows"][0]["overlaps"][0]["months"] == 6


def test_nothing_dated_is_no_line():
    assert timeline({"work": WORK[3:]}) is None
    assert timeline({}) is None


def test_no_label_lies_at_the_edge():
    found = timeline({"work": WORK})
    assert found is not None
    assert all(2.5 <= tick["x"] <= 97.5 for tick in found["ticks"])
