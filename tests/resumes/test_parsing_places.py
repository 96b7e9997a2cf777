"""Places and numbers in the contact of a resume, as many countries write them."""

import pytest

from resumes.parsing import parse_profile
from resumes.parsing.layout import document_of
from resumes.parsing.places import parse_place

BODY = "\n## Experience\nEngineer, Acme Ltd, 2019 - 2022\n- Built the pay service\n"


def basics(*header):
    return parse_profile(document_of("\n".join(("# Ada Example", *header)) + BODY))["basics"]


@pytest.mark.parametrize(
    ("text", "city", "code"),
    [
        ("Toowong QLD 4066", "Toowong", "4066"),
        ("Leith, Edinburgh EH6", "Edinburgh", "EH6"),
        ("Stoke-on-Trent, ST4", "Stoke-on-Trent", "ST4"),
        ("Pinetown, 3610", "Pinetown", "3610"),
        ("Coimbatore - 641012, Tamil Nadu", "Coimbatore", "641012"),
        ("50-100 Wrocław Poland", "Wrocław", "50-100"),
        ("Manchester M1", "Manchester", "M1"),
    ],
)
def test_a_postal_code_says_what_the_town_is(text, city, code):
    place = parse_place(text)
    assert place is not None
    assert (place.city, place.postal_code) == (city, code)


@pytest.mark.parametrize("text", ["Acme, 2019", "English, B2", "Java SE8", "Adobe CS6", "Windows, Office 2016"])
def test_years_levels_and_versions_are_no_postal_codes(text):
    assert parse_place(text) is None


@pytest.mark.parametrize(
    ("line", "address", "city"),
    [
        ("Unit 3/41 Jacaranda Avenue, Toowong QLD 4066", "Unit 3/41 Jacaranda Avenue", "Toowong"),
        ("Rue de Bourg 20, 1003 Lausanne", "Rue de Bourg 20", "Lausanne"),
        ("No. 9, Gandhi Nagar 2nd Street, Coimbatore - 641012, Tamil Nadu", "9, Gandhi Nagar 2nd Street", "Coimbatore"),
    ],
)
def test_street_and_town_are_told_apart(line, address, city):
    location = basics("ada@example.com", line)["location"]
    assert (location["address"], location["city"]) == (address, city)


@pytest.mark.parametrize(
    ("lines", "phone"),
    [
        (("Identity number: 900101 5009 087", "Cell: +27 31 555 0164"), "+27 31 555 0164"),
        (("Tel: +44 1970 555 0163",), "+44 1970 555 0163"),  # a digit too many for the country's rules
        (("ul. Długa 14/3 50-100 Wrocław", "+48 601 555 017"), "+48 601 555 017"),
        (("NMC PIN: 15100 0012", "07700 900142"), "07700 900142"),
    ],
)
def test_the_phone_is_the_whole_number_and_no_other(lines, phone):
    assert basics("ada@example.com", *lines)["phone"] == phone


@pytest.mark.parametrize(
    ("header", "name"),
    [
        (("Name: Jörg-Peter Weißmüller", "jp.weissmueller@example.de"), "Jörg-Peter Weißmüller"),
        (("Anna Fischer", "office@example.de"), "Anna Fischer"),
    ],
)
def test_names_that_end_as_titles_do_are_names(header, name):
    found = parse_profile(document_of("\n".join(header) + BODY))["basics"]
    assert found["name"] == name
