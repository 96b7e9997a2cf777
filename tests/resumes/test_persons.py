import datetime

import pytest

from resumes.models import Person, PersonKey, Resume
from resumes.persons import link_person, link_reasons, unlink_person

pytestmark = pytest.mark.django_db
START = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


def make(number, *, name="Alice Moreau", email=None, phone=None, employers=()):
    profile = {
        "basics": {"name": name, "email": email, "phone": phone},
        "work": [{"name": employer} for employer in employers],
    }
    return Resume.objects.create(
        resume_id=f"resume_{number:012x}",
        sha256=f"{number:064x}",
        status="ready",
        finished_at=START,
        uploaded_at=START + datetime.timedelta(days=number),
        candidate_name=name or "",
        profile=profile,
    )


def linked(*resumes):
    return [link_person(resume).pk for resume in resumes]


def test_it_works():
    one, two = make(1, email="alice@example.com"), make(2, name="A. Moreau", email="Alice@Example.com")
    first, second = linked(one, two)
    assert first == second
    assert list(Resume.objects.versions_of(one)) == [two, one]
    assert list(Resume.objects.leading()) == [two]


def test_a_phone_links_however_it_is_written():
    one, two = make(1, phone="+44 7700 900123"), make(2, phone="07700 900123")
    assert len(set(linked(one, two))) == 1


def test_a_phone_shared_by_people_of_other_names_links_nobody():
    one, two = make(1, phone="(312) 555-0142"), make(2, name="Bob Okafor", phone="(312) 555-0142")
    assert len(set(linked(one, two))) == 2


def test_name_and_employer_link_but_a_name_alone_does_not():
    one = make(1, employers=["Acme Ltd."])
    two = make(2, employers=["ACME"])
    three = make(3, employers=["Globex"])
    first, second, third = linked(one, two, three)
    assert first == second != third


@pytest.mark.parametrize(
    ("name", "employer"), [("MOREAU Alice", "Acme, S.L."), ("Alice B. Moreau", "ACME Inc."), ("Moreau, Alice", "acme")]
)
def test_name_and_employer_link_however_they_are_written(name, employer):
    one, two = make(1, employers=["Acme S.L."]), make(2, name=name, employers=[employer])
    assert len(set(linked(one, two))) == 1


def test_being_ones_own_employer_links_nobody():
    one, two = make(1, employers=["Freelance", "Self-employed"]), make(2, employers=["freelance", "Self-employed"])
    assert len(set(linked(one, two))) == 2


def test_a_resume_that_connects_two_persons_merges_them():
    one, two = make(1, email="alice@example.com"), make(2, phone="+33 6 12 34 56 78")
    assert len(set(linked(one, two))) == 2
    link_person(make(3, email="alice@example.com", phone="06 12 34 56 78"))
    assert Person.objects.count() == 1
    assert Resume.objects.versions_of(one).count() == 3


def test_what_only_a_deleted_resume_connected_comes_apart():
    one, two = make(1, email="alice@example.com"), make(2, phone="+33 6 12 34 56 78")
    bridge = make(3, email="alice@example.com", phone="06 12 34 56 78")
    linked(one, two, bridge)
    unlink_person(bridge)
    bridge.delete()
    one.refresh_from_db()
    two.refresh_from_db()
    assert one.person_id != two.person_id
    assert Person.objects.count() == 2


def test_the_last_resume_takes_its_person_and_keys_with_it():
    one = make(1, email="alice@example.com")
    link_person(one)
    unlink_person(one)
    one.delete()
    assert not Person.objects.exists()
    assert not PersonKey.objects.exists()


def test_reading_again_with_another_address_unlinks():
    one, two = make(1, email="alice@example.com"), make(2, email="alice@example.com")
    linked(one, two)
    two.profile = {"basics": {"email": "bob@example.com"}}
    two.save()
    link_person(two)
    one.refresh_from_db()
    assert one.person_id != two.person_id


def test_resumes_that_say_nothing_stay_alone():
    assert len(set(linked(make(1, name=""), make(2, name="")))) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jürgen Müller", "Juergen Mueller"),
        ("Søren Strauß", "Soeren Strauss"),
        ("José Núñez", "Jose Nunez"),
        ("Alice Marie Moreau", "Alice Moreau"),
        ("MOREAU, Alice Marie", "Alice M. Moreau"),
    ],
)
def test_a_name_links_however_it_is_spelt(one, other):
    # Names come from the parser with the surname behind.
    one = " ".join(reversed(one.split(", "))) if ", " in one else one
    assert len(set(linked(make(1, name=one, employers=["Acme"]), make(2, name=other, employers=["Acme"])))) == 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("John Smith", "Mary Smith", False),
        ("Ana García López", "Luis García López", False),
        ("J. Smith", "Mary Smith", False),
        ("J. Smith", "John Smith", True),
        ("Alice B. Moreau", "Alice Moreau", True),
        ("Ana Lopez", "Ana Kowalski", True),
        ("Alex Smith", "Alexander Smith", True),
        ("Smith John", "John Smith", True),
        ("Jürgen Müller", "Juergen Mueller", True),
    ],
)
def test_the_phone_of_a_family_links_only_the_same_given_name(one, other, same):
    rows = make(1, name=one, phone="(312) 555-0142"), make(2, name=other, phone="312 555 0142")
    assert (len(set(linked(*rows))) == 1) == same


def test_a_surname_may_change_behind_the_same_address():
    rows = make(1, name="Ana Lopez", email="ana@mail.example"), make(2, name="Ana Kowalski", email="Ana@mail.example")
    assert len(set(linked(*rows))) == 1


def test_versions_say_what_links_them():
    one = make(1, email="alice@mail.example", employers=["Acme"])
    two = make(2, email="alice@mail.example", phone="312 555 0142")
    three = make(3, name="Alice M. Moreau", phone="312 555 0142")
    linked(one, two, three)
    one.refresh_from_db()
    assert link_reasons(one) == {two.pk: ["email"], three.pk: []}
    two.refresh_from_db()
    assert link_reasons(two) == {one.pk: ["email"], three.pk: ["phone"]}
    four = make(4, employers=["Acme"])
    linked(four)
    one.refresh_from_db()
    assert link_reasons(one)[four.pk] == ["employer"]
