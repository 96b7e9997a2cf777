"""What somebody says of two files outweighs what they have in common."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.exceptions import ValidationError

from resumes.models import PersonRuling, Resume
from resumes.persons import link_person, link_reasons, unlink_person
from resumes.same_person import not_same_person, same_person
from resumes.services import delete_resume
from tests.resumes.test_persons import linked, make

pytestmark = pytest.mark.django_db


def persons_of(*resumes):
    return [Resume.objects.get(pk=resume.pk).person_id for resume in resumes]


def test_files_linked_wrongly_are_taken_apart_and_stay_apart(recruiter):
    father, son = make(1, email="moreau@example.com"), make(2, email="moreau@example.com")
    assert len(set(linked(father, son))) == 1
    not_same_person(resume=father, other=son, by=recruiter)
    assert len(set(persons_of(father, son))) == 2
    link_person(son)  # read again
    third = make(3, email="moreau@example.com")
    link_person(third)
    first, second, newest = persons_of(father, son, third)
    assert first != second
    assert newest in (first, second)
    assert PersonRuling.objects.get().ruled_by == recruiter


def test_a_third_file_stays_with_the_one_it_is_surest_to_belong_to(recruiter):
    old = make(1, phone="+33 6 12 34 56 78")
    stranger = make(2, email="other@example.com", phone="+33 6 12 34 56 78")
    new = make(3, email="other@example.com", phone="+33 6 12 34 56 78")
    linked(old, stranger, new)
    not_same_person(resume=old, other=stranger, by=recruiter)
    first, second, third = persons_of(old, stranger, new)
    assert second == third != first  # an e-mail is surer than a phone


def test_files_with_nothing_in_common_are_linked_by_hand_and_the_newest_leads(recruiter):
    one, two, three = make(1, name="Alice Moreau"), make(2, name="Alice Durand"), make(3, name="A. Durand")
    linked(one, two, three)
    assert same_person(resumes=[three, one, two], by=recruiter) == three
    assert len(set(persons_of(one, two, three))) == 1
    one.refresh_from_db()
    assert link_reasons(one) == {two.pk: ["by_hand"], three.pk: ["by_hand"]}
    link_person(two)  # read again
    assert len(set(persons_of(one, two, three))) == 1
    unlink_person(three)
    three.delete()
    assert PersonRuling.objects.count() == 1


def test_the_last_word_counts(recruiter):
    one, two = make(1, email="alice@example.com"), make(2, email="alice@example.com")
    linked(one, two)
    not_same_person(resume=one, other=two, by=recruiter)
    same_person(resumes=[one, two], by=recruiter)
    assert len(set(persons_of(one, two))) == 1
    not_same_person(resume=two, other=one, by=recruiter)
    assert len(set(persons_of(one, two))) == 2
    assert PersonRuling.objects.count() == 1


def test_the_api_says_who_is_who(api):
    one, two = make(1, email="alice@example.com"), make(2, email="alice@example.com")
    linked(one, two)
    address = f"/api/resumes/{one.pk}/same-person"
    apart = api.post(address, {"other": two.pk, "same": False}, format="json").json()
    assert (apart["versions"], apart["kept_apart"]) == ([], [two.pk])
    assert api.get(f"/api/resumes/{two.pk}").json()["kept_apart"] == [one.pk]
    again = api.post(address, {"other": two.pk, "same": True}, format="json").json()
    assert (again["versions"], again["kept_apart"]) == ([two.pk], [])
    assert again["linked_by"] == {two.pk: ["by_hand", "email"]}


@pytest.mark.parametrize("other", ["resume_nobody", ""])
def test_the_api_refuses_an_unknown_resume(api, other):
    one = make(1)
    answer = api.post(f"/api/resumes/{one.pk}/same-person", {"other": other, "same": True}, format="json")
    assert answer.status_code == 400
    assert "other" in answer.json()["errors"]


def test_a_resume_and_itself_are_no_two(api):
    one = make(1)
    for same in (True, False):
        answer = api.post(f"/api/resumes/{one.pk}/same-person", {"other": one.pk, "same": same}, format="json")
        assert answer.status_code == 400


def test_who_only_looks_may_not_say_it(api_as, auditor):
    one, two = make(1), make(2)
    answer = api_as(auditor).post(f"/api/resumes/{one.pk}/same-person", {"other": two.pk, "same": True}, format="json")
    assert answer.status_code == 403


def test_the_page_takes_files_apart_and_puts_them_together_again(pages):
    one, two = make(1, email="alice@example.com"), make(2, email="alice@example.com")
    linked(one, two)
    page = f"/resumes/{one.pk}/"
    assert "Not the same person" in pages.get(page).content.decode()
    pages.post(f"{page}act/", {"do": "not-same-person", "other": two.pk})
    shown = pages.get(page).content.decode()
    assert "Kept apart by hand" in shown
    assert "Not the same person" not in shown
    pages.post("/resumes/bulk/", {"do": "same-person", "resume": [one.pk, two.pk]})
    assert "linked by hand" in pages.get(page).content.decode()


def test_rulings_that_contradict_each_other_give_way_to_the_last(recruiter):
    one, two, three = make(1), make(2), make(3)
    linked(one, two, three)
    same_person(resumes=[two, three], by=recruiter)
    not_same_person(resume=one, other=three, by=recruiter)
    same_person(resumes=[one, two], by=recruiter)
    first, second, third = persons_of(one, two, three)
    assert first == second != third


def test_nothing_is_said_of_a_resume_that_has_been_deleted_meanwhile(recruiter):
    one, two = make(1), make(2)
    Resume.objects.filter(pk=two.pk).delete()
    with pytest.raises(ValidationError):
        same_person(resumes=[one, two], by=recruiter)
    assert not PersonRuling.objects.exists()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="needs PostgreSQL: SQLite has one writer")
def test_who_deletes_waits_for_who_links_before_a_row_is_locked(recruiter):
    one = make(1)
    linked(one)
    with CaptureQueriesContext(connection) as asked:
        delete_resume(resume=one, by=recruiter)
    statements = [query["sql"] for query in asked.captured_queries]
    locks = [sql for sql in statements if "pg_advisory_xact_lock" in sql or "FOR UPDATE" in sql]
    assert "pg_advisory_xact_lock" in locks[0]
