"""Users, roles and the trail in the admin: in words, in few queries, and in the look their reader chose."""

import re

import pytest
from auditlog.models import LogEntry
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from atsproject.preferences import save_preference
from jobs.services import create_job, update_job

pytestmark = pytest.mark.django_db


@pytest.fixture
def root(client, administrator):
    client.force_login(administrator)
    return administrator


def test_a_role_is_a_box_to_tick(client, root, make_user):
    user = make_user("nora")
    address = reverse("admin:auth_user_change", args=[user.pk])
    page = client.get(address).content.decode()
    assert "Hiring manager" in page
    assert 'type="checkbox" name="groups"' in page
    chosen = Group.objects.get(name="auditor")
    moment = {"last_login_0": "", "last_login_1": "", "date_joined_0": "2026-01-05", "date_joined_1": "10:00:00"}
    answer = client.post(address, {"username": "nora", "is_active": "on", "groups": [chosen.pk]} | moment)
    assert answer.status_code == 302, answer.context["adminform"].form.errors
    assert [group.name for group in user.groups.all()] == ["auditor"]


@pytest.mark.parametrize("model", ["group", "user"])
def test_who_only_looks_costs_few_queries(client, make_user, model):
    auditor = make_user("audra", "auditor", is_staff=True)
    auditor.user_permissions.set(auditor.groups.get().permissions.all())
    client.force_login(auditor)
    row = auditor if model == "user" else Group.objects.get(name="recruiter")
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(reverse(f"admin:auth_{model}_change", args=[row.pk]))
    assert answer.status_code == 200
    assert len(queries) <= 15


def test_the_trail_says_what_was_done(client, root):
    job = create_job(job_description="Cook, 3 years", by=root)
    update_job(job=job, by=root, role_name="Chef")
    told = client.get(reverse("admin:auditlog_logentry_changelist")).content.decode()
    assert re.search(r"Changed [a-z, ]*role name", told)
    assert ">Added<" in told
    row = LogEntry.objects.get_for_object(job).filter(action=LogEntry.Action.UPDATE).latest("timestamp")
    page = client.get(reverse("admin:auditlog_logentry_change", args=[row.pk])).content.decode()
    assert "Role name" in page
    assert "(not recorded)" in page


def test_the_trail_names_the_role_that_was_given_and_taken(client, root, make_user):
    user, role = make_user("nora"), Group.objects.get(name="hiring_manager")
    user.groups.add(role)
    user.groups.remove(role)
    taken, given = LogEntry.objects.get_for_object(user).order_by("-pk")[:2]
    for row, told in ((given, "<td>–</td><td>hiring_manager</td>"), (taken, "<td>hiring_manager</td><td>–</td>")):
        page = client.get(reverse("admin:auditlog_logentry_change", args=[row.pk])).content.decode()
        assert f"<td>Groups</td>{told}" in page


def test_it_looks_as_its_user_chose(client, root):
    assert '<html lang="en-us" dir="ltr"  x-data' in client.get("/admin/").content.decode()
    save_preference(by=root, theme="dark")
    assert 'class="dark"' in client.get("/admin/").content.decode()


def test_parts_are_called_as_on_the_pages(client, root):
    told = client.get("/admin/").content.decode()
    for name in ("Users and roles", "Search indexes", "Work in the background", "Tokens"):
        assert name in told
    for name in ("Authentication and Authorization", "Knox", "Tasks Database Backend"):
        assert name not in told


def test_it_is_set_in_the_type_of_the_pages(client, root):
    told = client.get("/admin/").content.decode()
    assert told.index("pages/type") < told.index("pages/admin")
