"""Who to reach, and where, as headers of resumes write it."""

import pytest

from resumes.parsing import parse_profile
from resumes.parsing.layout import document_of

BODY = """
## Experience
Engineer, Acme Ltd, 2019 - 2022
- Built the pay service
## Education
BSc, University of York, 2018
"""


def basics(*header):
    return parse_profile(document_of("\n".join(header) + BODY))["basics"]


@pytest.mark.parametrize(
    ("line", "city", "country"),
    [
        ("⌂ Seattle, WA", "Seattle", None),
        ("3 Heol y Bont, Aberystwyth, SY23 1AA", "Aberystwyth", None),
        ("Address: Egnatia 41, 54630 Thessaloniki (Greece)", "Thessaloniki", "Greece"),
        ("Address: 14/2, Gandhi Street, T. Nagar, Chennai - 600017", "Chennai", None),
    ],
)
def test_towns_are_found_beside_icons_and_postal_codes(line, city, country):
    location = basics("# Ada Example", "ada@example.com", line)["location"]
    assert (location["city"], location["country"]) == (city, country)


@pytest.mark.parametrize("written", ["Ji-woo Seong (Grace)", 'Ji-woo "Grace" Seong', "Ji-woo Seong"])
def test_nicknames_are_no_part_of_the_name(written):
    assert basics(f"# {written}", "jiwoo.seong@example.com")["name"] == "Ji-woo Seong"


def test_what_a_document_calls_itself_is_neither_name_nor_heading():
    found = basics("# RESUME", "**KAVYA SUBRAMANIAM**", "Email ID: kavya@example.in", "Father's Name : R. Subramaniam")
    assert found["name"] == "KAVYA SUBRAMANIAM"


@pytest.mark.parametrize("written", ["Moon Jae In", "Tô Minh Anh", "An To"])
def test_names_that_are_small_words_in_english_are_names(written):
    assert basics(f"# {written}", "mail@example.com")["name"] == written


def test_a_referees_number_does_not_take_the_place_of_the_candidates():
    end = "\n## References\nBo Referee, Tel: +44 20 7031 3000\n"
    profile = parse_profile(document_of("# Ada Example\nada@example.com | 555-0123456" + BODY + end))
    assert profile["basics"]["phone"] == "555-0123456"


def test_an_employer_called_born_is_no_birth_date():
    text = "# Ada Example\nada@example.com\n## Experience\nResearcher, Max Born Institute, 2015 - 2018\n- Lasers\n"
    (held,) = parse_profile(document_of(text))["work"]
    assert (held["name"], held["startDate"]) == ("Max Born Institute", "2015")


def test_letters_behind_a_name_are_no_province():
    found = basics("# Hannah J. Lindqvist, PE", "Minneapolis, MN · hjl@example.com · c: (612) 555-0150")
    assert (found["name"], found["location"]["city"]) == ("Hannah J. Lindqvist", "Minneapolis")


def test_contact_at_the_foot_of_the_page_is_the_candidates_and_no_list_of_skills():
    foot = "1420 Larkspur Ave, Denver, CO 80203  •  303.555.0164  •  elena@example.com"
    found = parse_profile(document_of(f"# Elena Vasquez{BODY}## Skills\nCvent, Budgeting\n{foot}"))
    assert (found["basics"]["email"], found["basics"]["phone"]) == ("elena@example.com", "303.555.0164")
    assert found["basics"]["location"]["city"] == "Denver"
    assert [skill["name"] for skill in found["skills"]] == ["Cvent", "Budgeting"]


def test_a_referees_address_is_not_the_candidates():
    found = parse_profile(
        document_of(f"# Elena Vasquez{BODY}## References\nProf. Ann Roe, Dept. of Law, ann@example.org")
    )
    assert found["basics"]["phone"] is None
    assert found["basics"]["location"] is None


def test_a_trunk_code_of_no_known_country_belongs_to_its_number():
    assert basics("Ada Example", "Telefon: 0171 5550123 | ada@mail.example")["phone"] == "0171 5550123"


def test_the_town_behind_a_headline_is_the_place():
    assert basics("Ada Example", "Executive Sous Chef, London", "ada@mail.example")["location"]["city"] == "London"


def test_a_dutch_postal_code_is_no_part_of_the_town():
    location = basics("Ada Example", "Biltstraat 88, 3572 BC Utrecht", "ada@mail.example")["location"]
    assert (location["postalCode"], location["city"]) == ("3572 BC", "Utrecht")


@pytest.mark.parametrize(
    "written",
    [
        "Jamie Castellano they/them",
        "Jamie Castellano, M.Arch",
        "Dr. Jamie Castellano, MBBS, MRCGP",
        "Jamie Castellano, MEng, MIChemE",
        "Castellano, Jamie",
    ],
)
def test_pronouns_and_letters_behind_it_are_no_part_of_the_name(written):
    assert basics(f"# {written}", "jamie.castellano@example.org")["name"] == "Jamie Castellano"


def test_a_province_in_brackets():
    location = basics("Ada Example", "Québec (Québec)", "ada@mail.example")["location"]
    assert (location["city"], location["region"]) == ("Québec", "Québec")


def test_a_town_whose_name_begins_with_a_label_is_one():
    assert basics("Ada Example", "Ciudad de México", "ada@mail.example")["location"]["city"] == "Ciudad de México"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Jane Roe, MD, PhD, FACS", "Jane Roe"),
        ("Jane Roe, AWS CSA", "Jane Roe"),
        ("Jane Roe, LCSW-BACS", "Jane Roe"),
        ("Dr Suresh Kumar MBBS MS", "Suresh Kumar"),
        ("Dipl.-Kfm. Jan Roe", "Jan Roe"),
        ("Mag. (FH) Eva Huber", "Eva Huber"),
        ("Ludwig von Mises", "Ludwig von Mises"),
        ("王小明", "王小明"),
        ("김민수", "김민수"),
        ("山田 太郎", "山田 太郎"),
        ("दीपिका शर्मा", "दीपिका शर्मा"),
        ("محمد عبد الله", "محمد عبد الله"),
        ("Suharto", "Suharto"),
        ("Confidential", None),
        ("London", None),
        ("Engineer", None),
    ],
)
def test_names_of_many_kinds(written, name):
    found = parse_profile(document_of(f"{written}\ncontact99@mail.example{BODY}"))
    assert found["basics"]["name"] == name
    assert [school["studyType"] for school in found["education"]] == ["BSc"]


def test_a_name_written_small_all_through_is_one_where_the_address_spells_it():
    assert basics("ada example", "ada.example@mail.example")["name"] == "ada example"
    assert basics("sound designer", "ada.example@mail.example")["name"] is None


def test_a_name_written_small_is_one_if_the_address_spells_it():
    assert basics("noa brenner", "noa@brenner.example.com")["name"] == "noa brenner"
    assert basics("data analyst", "noa@brenner.example.com")["name"] is None


def test_a_country_on_a_line_of_its_own_belongs_to_the_town_above():
    location = basics("# Ada Example", "Moi Avenue 88, Nairobi", "Kenya", "ada@example.com")["location"]
    assert (location["address"], location["city"], location["country"]) == ("Moi Avenue 88", "Nairobi", "Kenya")


def test_an_address_above_the_foot_that_holds_the_e_mail_belongs_to_it():
    foot = "Rua das Flores 112  •  4050-262 Porto  •  Portugal\n+351 912 555 017  •  pedro@example.pt"
    found = parse_profile(document_of(f"# Pedro Bastos{BODY}## Skills\nQGIS, Chainsaw\n{foot}"))
    assert (found["basics"]["location"]["address"], found["basics"]["location"]["city"]) == (
        "Rua das Flores 112",
        "Porto",
    )
    assert [skill["name"] for skill in found["skills"]] == ["QGIS", "Chainsaw"]


@pytest.mark.parametrize(
    ("line", "name", "city"),
    [
        ("Ada Example, Leeds, UK", "Ada Example", "Leeds"),
        ("Ada Example, Austin, TX", "Ada Example", "Austin"),
        ("Ada Example, Leeds", "Ada Example", "Leeds"),
        ("Example, Ada", "Ada Example", None),
        ("Ada Example, MSc", "Ada Example", None),
    ],
)
def test_a_place_behind_the_name_is_a_place_and_no_licence(line, name, city):
    found = basics(f"# {line}", "ada.example@mail.com")
    assert (found["name"], (found["location"] or {}).get("city")) == (name, city)


@pytest.mark.parametrize(
    ("line", "city"),
    [
        ("City: Arequipa, Peru", "Arequipa"),
        ("Location: Albuquerque, New Mexico", "Albuquerque"),
        ("Ciudad de México", "Ciudad de México"),
        ("94270 Le Kremlin-Bicêtre, France", "Le Kremlin-Bicêtre"),
        ("Le Plessis-Robinson, France", "Le Plessis-Robinson"),
    ],
)
def test_a_town_is_read_without_its_label_and_with_all_of_its_name(line, city):
    assert basics("# Ada Example", "ada@example.com", line)["location"]["city"] == city
