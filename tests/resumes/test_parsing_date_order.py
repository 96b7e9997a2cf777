"""Whether 01/09/2018 is in January or in September: as the rest of the document shows, or not known."""

import pytest

from resumes.document import Document
from resumes.parsing import parse_profile
from resumes.parsing.date_order import days_come_first
from resumes.parsing.dates import find_dates


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("05/06/2019 - 31/08/2020", True),
        ("05/06/2019 - 08/31/2020", False),
        ("13/02/2015 and 02/13/2015", None),
        ("05/06/2019", None),
        ("London SW1A 1AA", True),
        ("+49 30 1234567", True),
        ("+1 614 555 0182", None),
        ("Columbus, OH 43215, (614) 555-0182", False),
        ("Columbus, OH 43215, (614) 555-0182, 31/08/2020", True),
        ("Columbus, OH (614) 555-0182 and London SW1A 1AA", None),
        ("Responsable de la tienda y de los pedidos para la empresa en el centro, con las cuentas del mes", True),
        ("Responsible for the shop and the orders of the centre, with the accounts for each month", None),
    ],
)
def test_the_order_is_read_off_the_document(text, first):
    assert days_come_first(text) is first


@pytest.mark.parametrize(
    ("day_first", "begin", "finish"),
    [(True, "2018-09", "2020-03"), (False, "2018-01", "2020-01"), (None, "2018", "2020")],
)
def test_a_date_is_read_in_the_order_given(day_first, begin, finish):
    (span,) = find_dates("01/09/2018 - 01/03/2020", day_first=day_first)
    assert (span.begin, span.finish) == (begin, finish)


@pytest.mark.parametrize(
    ("address", "begin"),
    [("London SW1A 1AA, +44 20 7946 0018", "2018-09"), ("Columbus, OH 43215, (614) 555-0182", "2018-01"), ("", "2018")],
)
def test_an_entry_keeps_the_month_where_the_document_tells_which_it_is(address, begin):
    lines = ["Ada Example", f"ada@example.com {address}", "Experience", "Engineer, Acme Ltd\t01/09/2018 - Present"]
    found = parse_profile(Document("\n".join(lines), (), 1, "text"))
    assert found["work"][0]["startDate"] == begin


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Summers 2021 and 2022", [2022, 2021]),
        ("summers of 2019, 2020 and 2022", [2022, 2020, 2019]),
        ("Summers 2019-2021", [2021, 2020, 2019]),
        ("Summer 2021, Summer 2022", [2022, 2021]),
        ("veranos 2021 y 2022", [2022, 2021]),
    ],
)
def test_one_season_of_several_years_is_as_many_stretches(text, years):
    (span,) = find_dates(text)
    assert [(span.begin, span.finish), *span.earlier] == [(f"{year}-06", f"{year}-08") for year in years]


def test_from_one_summer_to_another_is_one_stretch():
    (span,) = find_dates("Summer 2021 - Summer 2022")
    assert (span.begin, span.finish, span.earlier) == ("2021-06", "2022-08", ())
