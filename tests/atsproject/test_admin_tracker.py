"""The tracker in the admin: saved through the services, the workbook in and out."""

from io import BytesIO

import pytest
from auditlog.models import LogEntry
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from jobs.models import JobApplication
from jobs.workbook import read_workbook

pytestmark = pytest.mark.django_db
BODY = {
    "company": "Delmont",
    "job_title": "Developer",
    "portal": "",
    "employment_type": "Full Time",
    "date_applied": "2026-01-05",
}


@pytest.fixture
def admin_pages(administrator, page_as):
    return page_as(administrator)


def said(response) -> str:
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def test_saving_goes_through_the_service(admin_pages, administrator):
    address = reverse("admin:jobs_jobapplication_add")
    assert admin_pages.post(address, BODY).status_code == 302
    row = JobApplication.objects.get()
    assert row.created_by == administrator
    assert "was on the list already" in said(admin_pages.post(address, {**BODY, "company": "DELMONT"}))
    change = reverse("admin:jobs_jobapplication_change", args=[row.pk])
    assert admin_pages.post(change, {**BODY, "company": "Corvane"}).status_code == 302
    row.refresh_from_db()
    assert (row.company, row.created_by) == ("Corvane", administrator)


def test_a_refusal_of_the_service_stands_beside_its_field(admin_pages):
    response = admin_pages.post(reverse("admin:jobs_jobapplication_add"), {**BODY, "date_applied": "1066-10-14"})
    assert "between 1900 and 2200" in str(response.context["adminform"].form.errors["date_applied"])
    assert not JobApplication.objects.exists()


def test_the_workbook_goes_out_and_comes_back(admin_pages):
    admin_pages.post(reverse("admin:jobs_jobapplication_add"), BODY)
    book = admin_pages.get(reverse("admin:jobs_jobapplication_export")).getvalue()
    assert [row.company for row in read_workbook(BytesIO(book)).rows] == ["Delmont"]
    again = {"file": SimpleUploadedFile("list.xlsx", book)}
    assert "0 imported, 1 were there already" in said(admin_pages.post("/admin/jobs/jobapplication/import/", again))
    admin_pages.post(
        reverse("admin:jobs_jobapplication_changelist"),
        {"action": "delete_selected", "_selected_action": [JobApplication.objects.get().pk], "post": "yes"},
    )
    back = {"file": SimpleUploadedFile("list.xlsx", book)}
    assert "1 imported" in said(admin_pages.post(reverse("admin:jobs_jobapplication_import"), back))
    assert JobApplication.objects.get().company == "Delmont"
    assert LogEntry.objects.filter(additional_data__event="import").exists()


def test_what_is_no_workbook_is_told_so(admin_pages):
    wrong = {"file": SimpleUploadedFile("list.xlsx", b"not a workbook")}
    assert "Nothing was imported" in said(admin_pages.post(reverse("admin:jobs_jobapplication_import"), wrong))


def test_who_may_only_look_imports_nothing(auditor, page_as):
    auditor.is_staff = True
    auditor.save()
    client = page_as(auditor)
    assert client.post(reverse("admin:jobs_jobapplication_import"), {}).status_code == 403
    assert "Take in a workbook" not in client.get(reverse("admin:jobs_jobapplication_changelist")).content.decode()
