"""What the admin's lists give out: the chosen rows, in cells that run nothing, hidden names hidden."""

import csv
from io import BytesIO, StringIO

import pytest
from auditlog.models import LogEntry
from django.urls import reverse
from openpyxl import load_workbook

from analyses.models import Analysis
from jobs.models import Job
from resumes.models import Resume
from tests.atsproject.page_data import filled_job

pytestmark = pytest.mark.django_db
FORMULA = '=HYPERLINK("http://evil.example")'


@pytest.fixture
def admin_pages(administrator, page_as):
    return page_as(administrator)


@pytest.fixture
def filled(administrator):
    job, analysis = filled_job(administrator)
    Job.objects.filter(pk=job.pk).update(role_name=FORMULA)
    Resume.objects.update(candidate_name=FORMULA)
    Analysis.objects.update(candidate_name=FORMULA)
    return job, analysis


def taken(client, model, action: str, pk: str):
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    return client.post(address, {"action": action, "_selected_action": [pk]}).getvalue()


@pytest.mark.parametrize("model", [Job, Resume, Analysis], ids=lambda m: m.__name__)
def test_csv_holds_the_chosen_and_runs_nothing(admin_pages, filled, model):
    row = model.objects.get()
    rows = list(csv.DictReader(StringIO(taken(admin_pages, model, "export_csv", row.pk).decode("utf-8-sig"))))
    assert [next(iter(found.values())) for found in rows] == [row.pk]
    assert f"'{FORMULA}" in rows[0].values()
    told = LogEntry.objects.filter(additional_data__event="export").latest("timestamp").additional_data
    assert told == {"event": "export", "what": f"{model._meta.verbose_name_plural}.csv", "rows": 1}


@pytest.mark.parametrize("model", [Job, Resume, Analysis], ids=lambda m: m.__name__)
def test_a_workbook_holds_the_chosen_and_runs_nothing(admin_pages, filled, model):
    book = load_workbook(BytesIO(taken(admin_pages, model, "export_xlsx", model.objects.get().pk)))
    sheet = book.active
    assert (sheet.max_row, sheet.freeze_panes, sheet["A2"].value) == (2, "A2", model.objects.get().pk)
    cells = [cell for cell in sheet[2] if isinstance(cell.value, str) and "HYPERLINK" in cell.value]
    assert [(cell.data_type, cell.value) for cell in cells] == [("s", f"'{FORMULA}")]


@pytest.mark.parametrize("model", [Resume, Analysis], ids=lambda m: m.__name__)
def test_names_that_a_job_hides_stay_hidden(admin_pages, administrator, model):
    job, _ = filled_job(administrator)
    Job.objects.filter(pk=job.pk).update(blind_mode=True)
    text = taken(admin_pages, model, "export_csv", model.objects.get().pk).decode()
    assert "Grace" not in text
    assert "Candidate " in text


def test_who_may_not_export_is_offered_none(make_user, page_as, filled):
    client = page_as(make_user("hal", "hiring_manager", is_staff=True))
    page = client.get(reverse("admin:analyses_analysis_changelist")).content.decode()
    assert "Export as CSV" not in page
