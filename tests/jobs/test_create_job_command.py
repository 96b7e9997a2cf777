import json

import pytest
from django.core.management import CommandError, call_command

from jobs.models import Job
from jobs.services import current_job


def run(capsys, *args) -> str:
    call_command("create_job", *args)
    out: str = capsys.readouterr().out
    return out


def test_a_file_becomes_a_job_and_its_id_stands_last(db, capsys, tmp_path):
    path = tmp_path / "job.txt"
    path.write_text("Cook\nRequirements:\n- 3 years in a kitchen\n- Native English speaker", encoding="utf-8")
    out = run(capsys, str(path), "--company", "Grand Hotel")
    job = Job.objects.get()
    assert out.splitlines()[-1] == job.pk
    assert "not scored" in out
    assert (job.company_name, job.role_name) == ("Grand Hotel", "Cook")


def test_json_holds_all_of_it(db, capsys):
    answer = json.loads(run(capsys, "--text", "Python developer, 3 years", "--json"))
    assert answer["job_id"] == Job.objects.get().pk
    assert answer["requirements"][0]["years"] == 3


def test_select_for_a_user(recruiter, capsys):
    run(capsys, "--text", "Cook", "--select-for", "alice")
    assert current_job(recruiter) == Job.objects.get()


@pytest.mark.parametrize(
    "args", [("--text", " "), ("--text", "a", "b.txt"), ("missing.txt",), ("--text", "a", "--select-for", "nobody")]
)
def test_what_is_wrong_is_said(db, args):
    with pytest.raises(CommandError, match=r"\."):
        call_command("create_job", *args)
    assert not Job.objects.exists()
