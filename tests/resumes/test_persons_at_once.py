"""Two resumes are linked in the same moment: by two people, or the same file twice."""

from contextlib import suppress
from threading import Barrier, BrokenBarrierError, Thread

import pytest
from django.db import DatabaseError, connection
from django.utils import timezone

from resumes import persons
from resumes.models import Person, PersonKey, Resume

pytestmark = pytest.mark.django_db(transaction=True)
PROFILE = {"basics": {"name": "Ada Example", "email": "ada@example.org"}}


def stored(key: str) -> Resume:
    return Resume.objects.create(
        resume_id=f"resume_{key}", sha256=key * 64, status="ready", finished_at=timezone.now(), profile=PROFILE
    )


def link_at_once(monkeypatch, *resumes: Resume) -> list[DatabaseError]:
    """Link in threads that meet where each knows its keys and sees none of the others', if they are let that far."""
    together, failed = Barrier(len(resumes)), []
    plain = persons.person_keys

    def met(profile):
        with suppress(BrokenBarrierError):  # the other one may have to wait until this one is done
            together.wait(timeout=0.5)
        return plain(profile)

    def link(resume):
        try:
            persons.link_person(resume)
        except DatabaseError as error:
            failed.append(error)
        finally:
            connection.close()

    monkeypatch.setattr(persons, "person_keys", met)
    threads = [Thread(target=link, args=(resume,)) for resume in resumes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failed


def test_two_files_of_one_person(monkeypatch):
    assert link_at_once(monkeypatch, stored("a"), stored("b")) == []
    assert Resume.objects.values("person").distinct().count() == 1
    assert Person.objects.count() == 1


def test_one_file_twice(monkeypatch):
    resume = stored("a")
    assert link_at_once(monkeypatch, resume, Resume.objects.get(pk=resume.pk)) == []
    assert PersonKey.objects.count() == 1
    assert Person.objects.count() == 1
