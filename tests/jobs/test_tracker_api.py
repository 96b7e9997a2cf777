import io
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from openpyxl import Workbook, load_workbook

from jobs.models import JobApplication

ENTRY = {"company": "Example GmbH", "job_title": "Engineer", "portal": "LinkedIn", "employment_type": "Full Time"}


def upload(api, book: Workbook):
    out = io.BytesIO()
    book.save(out)
    file = SimpleUploadedFile("list.xlsx", out.getvalue())
    return api.post("/api/job-applications/import-xlsx", {"file": file}, format="multipart")


class TestEntry:
    def test_it_works(self, api):
        answer = api.post("/api/job-application", ENTRY | {"date_applied": "2026-03-04"}, format="json")
        assert answer.status_code == 201
        assert answer.json()["date_applied"] == "2026-03-04"
        assert answer.json()["already_applied"] is False

    def test_a_second_time_it_warns(self, api):
        api.post("/api/job-application", ENTRY, format="json")
        answer = api.post("/api/job-application", ENTRY | {"company": "EXAMPLE gmbh"}, format="json").json()
        assert answer["already_applied"] is True
        assert "before" in answer["warning"]
        assert JobApplication.objects.count() == 2

    @pytest.mark.parametrize(
        "change", [{"company": " "}, {"job_title": None}, {"date_applied": "soon"}, {"date_applied": "0001-01-01"}]
    )
    def test_bad_fields_are_named(self, api, change):
        answer = api.post("/api/job-application", ENTRY | change, format="json")
        assert answer.status_code == 400
        assert set(answer.json()["errors"]) == set(change)

    def test_without_a_date_it_is_today(self, api):
        assert api.post("/api/job-application", ENTRY, format="json").json()["date_applied"] == str(
            timezone.localdate()
        )


class TestReads:
    @pytest.fixture(autouse=True)
    def three(self, db):
        today = timezone.localdate()
        for days, portal, kind in ((0, "LinkedIn", "Full Time"), (6, "Indeed", ""), (7, "LinkedIn", "Full Time")):
            JobApplication.objects.create(
                company=f"C{days}",
                job_title="T",
                portal=portal,
                employment_type=kind,
                date_applied=today - timedelta(days),
            )

    def test_statistics(self, api):
        assert api.get("/api/job-applications/statistics").json() == {
            "total": 3,
            "by_portal": {"LinkedIn": 2, "Indeed": 1},
            "by_type": {"Full Time": 2, "unknown": 1},
            "recent_7_days": 2,
        }

    def test_list_by_date_and_recent_by_entry(self, api):
        assert [row["company"] for row in api.get("/api/job-applications").json()["results"]] == ["C0", "C6", "C7"]
        assert [row["company"] for row in api.get("/api/job-applications/recent?limit=2").json()["results"]] == [
            "C7",
            "C6",
        ]

    def test_check(self, api):
        assert api.get("/api/job-applications/check?company=c6&job_title=t").json()["already_applied"] is True
        assert api.get("/api/job-applications/check?company=c6&job_title=x").json()["already_applied"] is False
        assert api.get("/api/job-applications/check?company=c6").status_code == 400

    def test_change_and_delete(self, api):
        pk = JobApplication.objects.get(company="C6").pk
        assert api.patch(f"/api/job-applications/{pk}", {"portal": "Xing"}, format="json").json()["portal"] == "Xing"
        assert api.get(f"/api/job-applications/{pk}").json()["company"] == "C6"
        assert api.delete(f"/api/job-applications/{pk}").status_code == 204
        assert api.get(f"/api/job-applications/{pk}").status_code == 404


class TestWorkbook:
    def test_out_and_in_again_changes_nothing(self, api):
        api.post("/api/job-application", ENTRY | {"date_applied": "2026-03-04"}, format="json")
        answer = api.get("/api/job-applications/export-xlsx")
        raw = b"".join(answer.streaming_content)
        rows = list(load_workbook(io.BytesIO(raw)).active.values)
        assert rows[0] == ("Company", "Job", "Portal", "Full Time", "Date Applied")
        assert rows[1][:4] == ("Example GmbH", "Engineer", "LinkedIn", "Full Time")
        assert rows[1][4].date() == date(2026, 3, 4)
        again = api.post(
            "/api/job-applications/import-xlsx", {"file": SimpleUploadedFile("a.xlsx", raw)}, format="multipart"
        )
        assert again.json() == {"imported": 0, "skipped": 1, "errors": []}

    def test_equal_applications_come_back_as_many_as_there_were(self, api):
        for _ in range(2):
            api.post("/api/job-application", ENTRY | {"date_applied": "2026-03-04"}, format="json")
        raw = b"".join(api.get("/api/job-applications/export-xlsx").streaming_content)
        JobApplication.objects.all().delete()
        for imported in (2, 0):
            file = SimpleUploadedFile("a.xlsx", raw)
            body = api.post("/api/job-applications/import-xlsx", {"file": file}, format="multipart").json()
            assert body == {"imported": imported, "skipped": 2 - imported, "errors": []}

    def test_good_rows_are_kept_and_bad_ones_named(self, api):
        book = Workbook()
        for row in (
            ("Company", "Job", "Portal", "Full Time", "Date Applied"),
            ("A", "One", "LinkedIn", "Yes", date(2025, 1, 2)),
            ("B", "Two", None, "No", "13/02/2025"),
            ("C", None, None, None, date(2025, 1, 2)),
            ("D", "Four", None, None, "whenever"),
            (None, None, None, None, None),
            ("E", "Five", None, "Contract", "March 3, 2025"),
        ):
            book.active.append(row)
        body = upload(api, book).json()
        assert body["imported"] == 3
        assert [error["row"] for error in body["errors"]] == [4, 5]
        kept = {a.company: (a.employment_type, a.date_applied) for a in JobApplication.objects.all()}
        assert kept == {
            "A": ("Full Time", date(2025, 1, 2)),
            "B": ("Not full time", date(2025, 2, 13)),
            "E": ("Contract", date(2025, 3, 3)),
        }

    def test_cells_stay_text(self, api):
        for company in ("=1+1", "@SUM(A1)", "-2", "\tx"):
            JobApplication.objects.create(company=company, job_title="T")
        raw = b"".join(api.get("/api/job-applications/export-xlsx").streaming_content)
        cells = [row[0] for row in load_workbook(io.BytesIO(raw)).active.iter_rows(min_row=2)]
        assert {cell.data_type for cell in cells} == {"s"}
        assert "=1+1" in {cell.value for cell in cells}

    @pytest.mark.parametrize("raw", [b"", b"not a workbook", b"PK\x03\x04 broken"])
    def test_something_else_is_refused(self, api, raw):
        file = SimpleUploadedFile("a.xlsx", raw or b" ")
        answer = api.post("/api/job-applications/import-xlsx", {"file": file}, format="multipart")
        assert (answer.status_code, answer.json()["code"]) == (400, "unreadable_workbook")

    def test_without_headers_it_says_which(self, api):
        book = Workbook()
        book.active.append(("Name", "Phone"))
        answer = upload(api, book)
        assert answer.status_code == 400
        assert "Company" in answer.json()["detail"]

    def test_only_those_who_may_add_import(self, api_as, auditor):
        assert upload(api_as(auditor), Workbook()).status_code == 403
        assert api_as(auditor).get("/api/job-applications/export-xlsx").status_code == 200
