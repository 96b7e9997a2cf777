"""Charts: nothing is cut off, and bars lead to what they count."""

from atsproject.pages.breakdown import breakdown, legend
from atsproject.pages.charts import WIDTH, bars


def test_the_labels_at_the_edges_are_not_cut_off():
    chart = bars([(f"{day} Oct", 1) for day in range(1, 31)], "analyses")
    assert (chart.bars[0].label_x, chart.bars[0].anchor) == (0, "start")
    shown = [bar for bar in chart.bars if bar.show_label]
    assert len(shown) <= 6
    assert all(0 <= bar.label_x <= WIDTH for bar in shown)


def test_only_bars_with_rows_are_links():
    chart = bars([("1", 0), ("2", 3)], "ratings", ["/none", "/some"])
    assert [bar.href for bar in chart.bars] == ["", "/some"]
    assert chart.summary == "3 ratings. 2: 3"


def test_a_small_count_is_still_seen():
    chart = bars([("1", 1), ("2", 10_000)], "rows")
    assert chart.bars[0].height >= 1


def test_the_newest_is_labelled_and_one_bar_alone_is_no_wall():
    chart = bars([(f"{day} Oct", 1) for day in range(1, 31)], "analyses")
    assert chart.bars[-1].show_label
    only = bars([("23 Nov", 3)], "pieces").bars[0]
    assert only.width < WIDTH / 6
    assert only.x + only.width / 2 == only.middle


def test_a_score_shows_what_was_learned_by_itself():
    parts = [
        {"key": "profile_similarity", "contribution": 20.0},
        {"key": "seniority", "contribution": 5.0},
        {"key": "learned_fit", "contribution": 12.5},
    ]
    result = {"requirements": [{"kind": "certification", "contribution": 30.0}], "components": parts}
    shown = {row["label"]: row["points"] for row in breakdown(result)}
    assert list(legend([breakdown(result)])) == ["skills", "profile", "learned"]
    assert shown == {"Skills": 30.0, "Profile as a whole": 25.0, "Learned from feedback": 12.5}
