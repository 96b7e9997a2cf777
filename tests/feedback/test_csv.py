import csv
import io

import pytest
from auditlog.models import LogEntry
from rest_framework.test import APIClient

from feedback.csv_export import csv_lines
from feedback.services import submit_feedback
from tests.feedback.conftest import body, make_user

pytestmark = pytest.mark.django_db


def read(answer):
    text = b"".join(answer.streaming_content).decode()
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:])))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"])  # noqa: RUF001
def test_no_cell_is_a_formula(client, alice, text):
    submit_feedback(by=alice, **body(query=text, response=f'{text}, said\n"she"', ideal_response=text))
    row = read(client.get("/api/feedback/export-csv"))[0]
    assert row["query"] == f"'{text}"
    assert row["response"] == f'\'{text}, said\n"she"'


def test_the_columns_and_the_trail(client, alice, analysis):
    submit_feedback(by=alice, **body(analysis_id=analysis.pk, correct_points=["Größe", "東京"]))
    answer = client.get("/api/feedback/export-csv?min_rating=4")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    row = read(answer)[0]
    assert (row["analysis_id"], row["rating"], row["correct_points"]) == (analysis.pk, "4", '["Größe", "東京"]')
    assert read(client.get("/api/feedback/export-csv?min_rating=5")) == []
    entry = LogEntry.objects.filter(additional_data__event="export").order_by("pk").last()
    assert (entry.actor, entry.additional_data["rows"]) == (alice, 0)


def test_it_takes_the_export_permission(db):
    olga = APIClient()
    olga.force_authenticate(make_user("olga", "feedback.view_feedback"))
    assert olga.get("/api/feedback/export-csv").status_code == 403


def test_rows_are_read_as_they_are_sent():
    sent = []

    def rows():
        for number in range(3):
            sent.append(number)
            yield {"a": number}

    lines = csv_lines(["a"], rows())
    next(lines)
    assert sent == []
    assert next(lines) == "0\r\n"
    assert sent == [0]
