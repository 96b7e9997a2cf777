import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from analyses.quality import blindness, honesty, separation, tricks
from analyses.quality.personas import personas, resume_of
from tests.flows.documents import DEVELOPER, pdf

pytestmark = pytest.mark.django_db


def test_the_area_under_the_curve_is_the_chance_to_order_a_pair():
    assert separation.roc_auc([3, 2, 1], [True, True, False]) == 1.0
    assert separation.roc_auc([1, 2, 3], [True, True, False]) == 0.0
    assert separation.roc_auc([1, 1], [True, False]) == 0.5
    with pytest.raises(ValueError, match="Both"):
        separation.roc_auc([1], [True])


def test_who_somebody_is_moves_no_score():
    assert blindness.measure(24) == {"pairs": 24, "largest_change": 0.0, "pairs_changed": 0}


def test_people_differ_and_stay_the_same_from_run_to_run():
    texts = [resume_of(0, person) for person in personas(200)]
    assert len(set(texts)) == 200
    assert texts == [resume_of(0, person) for person in personas(200)]


def test_results_are_honest_and_equal_in_another_process():
    found = honesty.measure()
    assert found["quotes"] == found["quotes_verbatim"] > 0
    assert found["largest_contribution_gap"] <= 0.01
    assert found["two_runs_equal"]
    assert found["two_processes_equal"]


def test_tricks_are_reported_and_earn_nothing():
    for name, row in tricks.measure_texts().items():
        assert row == {"reported": True, "change": 0.0}, name


def test_the_command_writes_every_measure(tmp_path):
    (tmp_path / "cv.pdf").write_bytes(pdf(DEVELOPER, pages=2))
    target = tmp_path / "out" / "quality.json"
    out = StringIO()
    quick = ("--runs", "1", "--counterfactuals", "6")
    call_command(
        "bench_quality", "--resumes", str(tmp_path), "--output", str(target), *quick, stdout=out, stderr=StringIO()
    )
    report = json.loads(target.read_text())
    assert {"separation", "blindness", "honesty", "tricks", "parsing", "time", "false_hidden_flags"} <= set(report)
    assert report["time"]["pages"] == 2
    assert report["false_hidden_flags"] == {"files": []}
    assert "separation engine" in out.getvalue()


def test_pairs_without_labels_are_refused(tmp_path):
    source = tmp_path / "pairs.json"
    source.write_text('[{"resume_text": "a", "job_text": "b"}]')
    with pytest.raises(CommandError, match="label"):
        call_command("bench_quality", "--pairs", str(source), "--output", str(tmp_path / "q.json"))
