import pytest

from resumes.parsing.dates import find_dates


@pytest.mark.parametrize(
    "text, begin, finish, current",
    [
        ("Jan 2022 – Present", "2022-01", None, True),
        ("January 2020 - March 2021", "2020-01", "2021-03", False),
        ("Sep. 2022 – Apr. 2026", "2022-09", "2026-04", False),
        ("09/2022 - 12/2023", "2022-09", "2023-12", False),
        ("2019–2021", "2019", "2021", False),
        ("2019-21", "2019", "2021", False),
        ("2019 to date", "2019", None, True),
        ("Jun – Aug 2019", "2019-06", "2019-08", False),
        ("Summer 2022", "2022-06", "2022-08", False),
        ("Winter 2021", "2021-12", "2022-02", False),
        ("since March 2018", "2018-03", None, True),
        ("03.2019 – heute", "2019-03", None, True),
        ("März 2019 bis Oktober 2020", "2019-03", "2020-10", False),
        ("01.10.2019 - 31.12.2020", "2019-10", "2020-12", False),
        ("seit 2015", "2015", None, True),
        ("de septembre 2018 à août 2020", "2018-09", "2020-08", False),
        ("Févr. 2021 - aujourd'hui", "2021-02", None, True),
        ("depuis janvier 2021", "2021-01", None, True),
        ("enero de 2019 - actualidad", "2019-01", None, True),
        ("marzo 2017 a diciembre 2018", "2017-03", "2018-12", False),
        ("gennaio 2016 – oggi", "2016-01", None, True),
        ("maart 2015 - heden", "2015-03", None, True),
        ("março de 2019 – atual", "2019-03", None, True),
        ("2019-03 - 2021-05", "2019-03", "2021-05", False),
        ("Q1 2020 - Q3 2021", "2020-01", "2021-09", False),
        ("Jan '20 - Feb '21", "2020-01", "2021-02", False),
        ("2012", "2012", "2012", False),
        ("2015/16 – 2018/19", "2015", "2019", False),
        ("2015/2016 - 2018/2019", "2015", "2019", False),
        ("2018/19 – present", "2018", None, True),
        ("2012/13", "2012", "2013", False),
        ("between 2013 and 2018", "2013", "2018", False),
        ("zwischen 2013 und 2018", "2013", "2018", False),
        ("2018 – günümüz", "2018", None, True),
        ("Nov 2019 – Mar 2016", "2016-03", "2019-11", False),
        ("2021 - 2017", "2017", "2021", False),
        ("март 2019 – по настоящее время", "2019-03", None, True),
        ("сентябрь 2014 – февраль 2019", "2014-09", "2019-02", False),
        ("Oct 22 - Dec 23", "2022-10", "2023-12", False),
        ("5/19 – 6/21", "2019-05", "2021-06", False),
        ("03/20 - present", "2020-03", None, True),
        ("du 01/09/2019 au 31/08/2020", "2019-09", "2020-08", False),
        ("3/4/2019", "2019", "2019", False),
    ],
)
def test_a_date_is_read_as_written(text, begin, finish, current):
    spans = find_dates(text)
    assert [(span.begin, span.finish, span.current) for span in spans] == [(begin, finish, current)]


@pytest.mark.parametrize(
    "text", ["$2000", "2000+ users", "12,2019,123", "ISO 9001", "room 2100", "+1 415 555 2019"[:9]]
)
def test_numbers_that_are_no_dates_are_left(text):
    assert find_dates(text) == []


def test_offsets_point_at_the_date():
    text = "Ingénieure, Société Générale (mai 2019 – août 2021), Paris"
    (span,) = find_dates(text)
    assert text[span.start : span.end] == "mai 2019 – août 2021"


@pytest.mark.parametrize(
    ("text", "begin", "finish"),
    [
        ("Start Date: 06/2019  End Date: Present", "2019-06", None),
        ("Start Date: 04/2015  End Date: 05/2019", "2015-04", "2019-05"),
        ("From: March 2018, To: June 2020", "2018-03", "2020-06"),
        ("Dates of employment: 2014 until 2016", "2014", "2016"),
    ],
)
def test_labels_before_dates_are_no_part_of_an_entry(text, begin, finish):
    (span,) = find_dates(text)
    assert (span.begin, span.finish, span.start) == (begin, finish, 0)
