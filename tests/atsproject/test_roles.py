"""The roles that ``migrate`` makes."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command

from atsproject import roles

pytestmark = pytest.mark.django_db


def held_by(role: str) -> set[str]:
    permissions = Group.objects.get(name=role).permissions.select_related("content_type")
    return {f"{p.content_type.app_label}.{p.codename}" for p in permissions}


def test_migrate_alone_makes_the_groups_with_their_permissions():
    assert set(Group.objects.values_list("name", flat=True)) == set(roles.ROLES)
    for role in roles.ROLES:
        assert held_by(role) == {f"{app}.{codename}" for app, codename in roles.permissions_of(role)}


def test_migrating_again_changes_nothing_and_mends_a_changed_group():
    Group.objects.get(name="recruiter").permissions.clear()
    call_command("migrate", verbosity=0)
    assert "jobs.add_job" in held_by("recruiter")
    assert Group.objects.count() == len(roles.ROLES)


def test_an_auditor_changes_nothing():
    verbs = {codename.split(".")[1].split("_")[0] for codename in held_by("auditor")}
    assert verbs == {"view", "download", "export"}


def test_a_hiring_manager_reads_decides_and_gives_feedback():
    held = held_by("hiring_manager")
    assert {"jobs.view_job", "analyses.decide_analysis", "feedback.add_feedback"} <= held
    assert not {"jobs.add_job", "resumes.add_resume", "analyses.delete_analysis"} & held


def test_a_recruiter_does_the_daily_work_but_promotes_no_adapter():
    held = held_by("recruiter")
    assert {"jobs.delete_job", "resumes.add_resume", "feedback.export_feedback"} <= held
    assert not {"feedback.promote_adapter", "feedback.change_trainingrun", "auth.add_user"} & held


def test_a_program_does_what_a_recruiter_does():
    assert held_by("api_client") == held_by("recruiter")


@pytest.mark.parametrize(
    "fixture, allowed",
    [("recruiter", True), ("hiring_manager", True), ("auditor", True), ("api_user", False), ("stranger", False)],
)
def test_who_may_use_the_pages(request, fixture, allowed):
    assert roles.may_use_pages(request.getfixturevalue(fixture)) is allowed


def test_roles_are_named(recruiter, stranger, administrator):
    assert roles.role_of(recruiter) == "recruiter"
    assert roles.role_of(stranger) == ""
    assert roles.role_of(administrator) == "administrator"


def test_an_unknown_role_is_refused(stranger):
    with pytest.raises(ValueError, match="is not a role"):
        roles.give_role(stranger, "boss")
