"""Reading a stored PDF again: by a task, told in the trail, and never at the price of the text there is."""

import pytest
from auditlog.models import LogEntry
from django.contrib.messages import get_messages
from django.core.files.storage import default_storage
from django.urls import reverse

from resumes.errors import NoPdf
from resumes.models import Resume
from resumes.services import add_resume, read_again
from tests.atsproject.page_data import a_pdf

pytestmark = pytest.mark.django_db
LIST = "admin:resumes_resume_changelist"


@pytest.fixture
def resume(recruiter) -> Resume:
    return add_resume(file=a_pdf("Grace Example"), filename="g.pdf", by=recruiter).resume


def test_it_waits_for_the_task_and_is_read(resume, recruiter, django_capture_on_commit_callbacks):
    Resume.objects.filter(pk=resume.pk).update(text="An older reading", candidate_name="")
    with django_capture_on_commit_callbacks() as later:
        waiting = read_again(resume=Resume.objects.get(pk=resume.pk), by=recruiter)
    assert (waiting.status, waiting.finished_at) == ("queued", None)
    for call in later:
        call()
    resume.refresh_from_db()
    assert (resume.status, resume.candidate_name) == ("ready", "Grace Example")
    assert "Corvane" in resume.text
    told = LogEntry.objects.get(object_pk=resume.pk, additional_data__event="read again")
    assert told.actor == recruiter


@pytest.mark.parametrize("gone", ["never stored", "lost"])
def test_a_text_without_its_pdf_is_kept(resume, recruiter, gone):
    if gone == "lost":
        default_storage.delete(resume.file.name)
    else:
        Resume.objects.filter(pk=resume.pk).update(file="")
    with pytest.raises(NoPdf):
        read_again(resume=Resume.objects.get(pk=resume.pk), by=recruiter)
    resume.refresh_from_db()
    assert (resume.status, resume.candidate_name) == ("ready", "Grace Example")


def test_the_admin_hands_the_chosen_to_the_queue(resume, administrator, page_as, django_capture_on_commit_callbacks):
    without = Resume.objects.create(resume_id="resume_000000000000", status="ready", finished_at=resume.finished_at)
    chosen = {"action": "read_again", "_selected_action": [resume.pk, without.pk]}
    with django_capture_on_commit_callbacks() as later:
        response = page_as(administrator).post(reverse(LIST), chosen)
    assert len(later) == 1
    said = [str(message) for message in get_messages(response.wsgi_request)]
    assert f"{without.pk}: This resume has no PDF" in said[0]
    assert "1 handed over to be read again." in said[1]
    waiting = page_as(administrator).get(f"{reverse(LIST)}?status__in=queued,ocr_queued").context["cl"]
    assert [row.pk for row in waiting.result_list] == [resume.pk]


def test_who_may_not_change_resumes_is_not_offered_it(resume, auditor, page_as):
    auditor.is_staff = True
    auditor.save()
    assert "Read the PDF again" not in page_as(auditor).get(reverse(LIST)).content.decode()


def test_deleting_a_tag_in_the_admin_is_in_the_history_of_its_resumes(resume, administrator, page_as):
    from resumes.models import Tag
    from resumes.tagging import tag_resumes

    tag_resumes(resumes=[resume], names=["Speaks Dutch"], by=administrator)
    tag = Tag.objects.get()
    client = page_as(administrator)
    chosen = {"action": "delete_selected", "_selected_action": [tag.pk], "post": "yes"}
    client.post(reverse("admin:resumes_tag_changelist"), chosen)
    assert not Tag.objects.exists()
    told = LogEntry.objects.get(object_pk=resume.pk, additional_data__event="untag")
    assert told.actor == administrator
    assert "Untag" in client.get(reverse("admin:resumes_resume_history", args=[resume.pk])).content.decode()
