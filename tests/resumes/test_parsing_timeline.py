import datetime

from resumes.parsing.timeline import gaps, months_in_total, overlaps

TODAY = datetime.date(2026, 3, 15)


def entry(start, end=None, current=False):
    return {"startDate": start, "endDate": end, "current": current}


def test_both_ends_count():
    assert months_in_total([entry("2022-01", "2022-03")], TODAY) == 3


def test_a_current_position_ends_today():
    assert months_in_total([entry("2026-01", current=True)], TODAY) == 3


def test_overlapping_months_count_once():
    work = [entry("2020-01", "2020-12"), entry("2020-07", "2021-06")]
    assert months_in_total(work, TODAY) == 18
    assert overlaps(work, TODAY) == [{"entries": [0, 1], "start": "2020-07", "end": "2020-12", "months": 6}]


def test_years_alone_run_from_january_to_december():
    assert months_in_total([entry("2019", "2020")], TODAY) == 24


def test_an_entry_without_end_or_start_counts_nothing():
    assert months_in_total([entry("2019"), entry(None, "2020"), entry(None, None, True)], TODAY) == 0


def test_months_to_come_count_nothing():
    assert months_in_total([entry("2026-02", "2027-12"), entry("2027-01", "2027-12")], TODAY) == 2


def test_a_gap_is_reported_between_positions():
    work = [entry("2018-01", "2018-12"), entry("2019-12", "2020-12"), entry("2021-03", current=True)]
    assert gaps(work, TODAY) == [{"start": "2019-01", "end": "2019-11", "months": 11}]
