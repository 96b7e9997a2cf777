import io
import json

import pytest
from django.core.management import CommandError, call_command

from analyses.blindness.rule import code_name
from analyses.models import Analysis, ResumeDigest
from jobs.services import update_job
from resumes.models import Resume
from tests.flows.documents import COOK, DEVELOPER, JOB_DESCRIPTION, pdf

pytestmark = pytest.mark.django_db


def run(*args, **options):
    out = io.StringIO()
    call_command(*args, stdout=out, stderr=io.StringIO(), **options)
    return out.getvalue()


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "dana.pdf").write_bytes(pdf(DEVELOPER))
    (tmp_path / "dana again.pdf").write_bytes(pdf(DEVELOPER))
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "marco.PDF").write_bytes(pdf(COOK))
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    (tmp_path / "fake.pdf").write_bytes(b"not a pdf")
    (tmp_path / "notes.txt").write_text("left alone")
    return tmp_path


def test_one_bad_file_never_stops_the_rest(vacancy, folder):
    body = json.loads(run("analyze", vacancy.pk, str(folder), "--json"))
    rows = {row["file"].rsplit("/", 1)[-1]: row for row in body["files"]}
    assert set(rows) == {"dana.pdf", "dana again.pdf", "marco.PDF", "broken.pdf", "fake.pdf"}
    assert rows["marco.PDF"]["outcome"] == "analysed"
    assert (rows["broken.pdf"]["outcome"], rows["broken.pdf"]["code"]) == ("unreadable", "broken")
    assert rows["fake.pdf"]["outcome"] == "refused"
    assert rows["dana.pdf"]["analysis_id"] == rows["dana again.pdf"]["analysis_id"]
    assert sorted(body["outcomes"].items()) == [
        ("already analysed", 1),
        ("analysed", 2),
        ("refused", 1),
        ("unreadable", 1),
    ]
    assert Analysis.objects.count() == 2


def test_the_table_is_for_people(vacancy, folder):
    out = run("analyze", vacancy.pk, str(folder / "dana.pdf"))
    assert "Dana Lindqvist" in out
    assert "1 analysed" in out


def test_what_cannot_be_done_is_said(vacancy, folder):
    for args in (
        ("nothing", str(folder)),
        (vacancy.pk, str(folder / "gone.pdf")),
        (vacancy.pk, str(folder / "fake.pdf")),
    ):
        with pytest.raises(CommandError):
            run("analyze", *args)


def test_judging_again_reports_how_ranks_moved(vacancy, folder, recruiter):
    run("analyze", vacancy.pk, str(folder))
    with pytest.raises(CommandError):
        run("reanalyze", "nothing")
    update_job(job=vacancy, by=recruiter, weights={"education": 50.0})
    body = json.loads(run("reanalyze", vacancy.pk, "--json"))
    assert [move["rank_after"] for move in body["moves"]] == [1, 2]
    assert body["job_version"] == 2
    assert Analysis.objects.count() == 4
    table = run("reanalyze", vacancy.pk)
    assert "2 judged again" in table
    assert "Dana Lindqvist" in table


def test_commands_name_nobody_whom_a_job_hides(vacancy, folder, recruiter):
    update_job(job=vacancy, by=recruiter, blind_mode=True)
    for args in (("analyze", vacancy.pk, str(folder)), ("reanalyze", vacancy.pk)):
        out = run(*args)
        assert "Lindqvist" not in out
        assert code_name(Resume.objects.get(candidate_name="Dana Lindqvist").pk) in out


def test_judging_again_embeds_nothing(vacancy, folder, monkeypatch):
    from vectors import services

    run("analyze", vacancy.pk, str(folder))
    monkeypatch.setattr(services, "embedder_of", None)
    moves = json.loads(run("reanalyze", vacancy.pk, "--json"))["moves"]
    assert all(move["score_after"] == move["score_before"] for move in moves)


def test_pairs_are_scored_and_nothing_is_stored(tmp_path):
    rows = [
        {"resume_text": "\n".join(lines), "job_text": JOB_DESCRIPTION, "label": number}
        for number, lines in enumerate((DEVELOPER, COOK))
    ]
    source, target = tmp_path / "pairs.json", tmp_path / "scored.json"
    source.write_text(json.dumps(rows))
    run("score_pairs", str(source), "--output", str(target))
    scored = json.loads(target.read_text())
    assert [{k: v for k, v in row.items() if k != "overall_score"} for row in scored] == rows
    assert scored[0]["overall_score"] > scored[1]["overall_score"] + 20
    assert not Analysis.objects.exists()
    assert not Resume.objects.exists()
    assert not ResumeDigest.objects.exists()
    source.write_text('[{"resume_text": "a"}]')
    with pytest.raises(CommandError, match="Row 1"):
        run("score_pairs", str(source))
