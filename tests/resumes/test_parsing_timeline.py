import datetime

from resumes.parsing.timeline import covered, gaps, overlaps, stretches

TODAY = datetime.date(2026, 3, 15)


def entry(start, end=None, current=False):
    return {"startDate": start, "endDate": end, "current": current}


def months(work):
    return covered(stretches(work, TODAY))


def test_both_ends_count():
    assert months([entry("2022-01", "2022-03")]) == 3


def test_a_current_position_ends_today():
    assert months([entry("2026-01", current=True)]) == 3


def test_overlapping_months_count_once():
    work = [entry("2020-01", "2020-12"), entry("2020-07", "2021-06")]
    assert months(work) == 18
    assert overlaps(work, TODAY) == [{"entries": [0, 1], "start": "2020-07", "end": "2020-12", "months": 6}]


def test_years_alone_run_from_january_to_december():
    assert months([entry("2019", "2020")]) == 24


def test_an_entry_without_end_or_start_counts_nothing():
    assert months([entry("2019"), entry(None, "2020"), entry(None, None, True)]) == 0


def test_months_to_come_count_nothing():
    assert months([entry("2026-02", "2027-12"), entry("2027-01", "2027-12")]) == 2


def test_a_gap_is_reported_between_positions():
    work = [entry("2018-01", "2018-12"), entry("2019-12", "2020-12"), entry("2021-03", current=True)]
    assert gaps(work, TODAY) == [{"start": "2019-01", "end": "2019-11", "months": 11}]
