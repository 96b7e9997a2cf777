"""Stored objects in the admin: as tables in words, whole, and with nothing in them taken for markup."""

from atsproject.templatetags.readable import MOST_ROWS, readable


def test_an_object_is_a_table_of_its_fields():
    told = readable({"overall_score": 61.50, "studyType": "BSc", "has_data": True, "note": None})
    for word in ("Overall score", "61.5", "Study type", "BSc", "Has data", ">yes<", "Note", ">–<"):
        assert word in told
    assert "{" not in told


def test_objects_of_a_list_are_rows_under_one_head():
    told = readable([{"text": "Python", "weight": 1.0}, {"text": "Go", "years": 3}])
    assert told.count("<tr>") == 3
    assert [told.count(f">{head}</th>") for head in ("Text", "Weight", "Years")] == [1, 1, 1]


def test_short_items_stand_in_a_line_and_long_ones_below_each_other():
    assert readable(["Python", "Go"]) == "Python, Go"
    assert readable(["a word " * 20, "b"]).count("<li>") == 2


def test_parts_of_parts_are_folded():
    told = readable({"requirements": [{"evidence": [{"quote": "Django", "page": 1}]}]})
    assert "<details><summary>1 entry</summary>" in told


def test_markup_in_what_is_stored_stays_text():
    nasty = "<script>alert(1)</script>"
    told = readable({nasty: nasty, "list": [{nasty: [nasty]}], "long": [nasty * 5]})
    assert "<script" not in told
    assert told.count("&lt;script&gt;") >= 6


def test_what_is_endless_is_cut_and_says_so():
    assert f"… and {5_000 - MOST_ROWS} more" in readable([{"line": n} for n in range(5_000)])
    assert f"… and {5_000 - MOST_ROWS} more" in readable(list(range(5_000)))


def test_nothing_is_a_dash():
    assert [readable(None), readable(""), readable([]), readable({})] == ["–"] * 4
