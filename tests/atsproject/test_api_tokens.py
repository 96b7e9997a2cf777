"""Tokens: made once, kept hashed, valid until taken back."""

import json
from datetime import timedelta

import pytest
from auditlog.models import LogEntry
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.utils import timezone
from knox.models import AuthToken
from rest_framework.test import APIClient

from atsproject import tokens

pytestmark = pytest.mark.django_db


def with_token(secret: str) -> APIClient:
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Token {secret}")
    return client


def test_a_token_signs_in_and_never_ends_unless_asked(recruiter):
    token, secret = tokens.create_token(user=recruiter, by=recruiter)
    assert token.expiry is None
    assert secret not in (token.digest, token.token_key)
    assert with_token(secret).get("/api/tokens").status_code == 200


def test_the_whole_life_of_a_token_over_the_api(api):
    made = api.post("/api/tokens", {"expires_in_days": 30})
    assert made.status_code == 201
    client = with_token(made.json()["token"])
    listed = client.get("/api/tokens").json()
    assert listed["count"] == 1
    assert "token" not in listed["results"][0]
    token_id = made.json()["token_id"]
    assert client.delete(f"/api/tokens/{token_id}").status_code == 204
    assert client.get("/api/tokens").status_code == 401
    assert AuthToken.objects.count() == 0


def test_nobody_sees_or_takes_back_the_tokens_of_another(recruiter, other_recruiter, api_as):
    token, _ = tokens.create_token(user=recruiter, by=recruiter)
    bob = api_as(other_recruiter)
    assert bob.get("/api/tokens").json()["count"] == 0
    assert bob.delete(f"/api/tokens/{tokens.public_id(token)}").status_code == 404
    assert AuthToken.objects.count() == 1


def test_an_ended_token_is_refused(recruiter):
    _, secret = tokens.create_token(user=recruiter, by=recruiter, days=1)
    AuthToken.objects.update(expiry=timezone.now() - timedelta(seconds=1))
    assert with_token(secret).get("/api/tokens").status_code == 401


@pytest.mark.parametrize("secret", ["", "wrong", "two words", "ünïcode".encode().decode("latin-1")])
def test_wrong_tokens(secret):
    response = with_token(secret).get("/api/tokens")
    assert response.status_code == 401
    assert response.json()["code"] in ("authentication_failed", "not_authenticated")


def test_a_user_who_was_switched_off_is_refused(recruiter):
    _, secret = tokens.create_token(user=recruiter, by=recruiter)
    recruiter.is_active = False
    recruiter.save()
    assert with_token(secret).get("/api/tokens").status_code == 401


def test_making_and_taking_back_leaves_a_trail(recruiter, api):
    token_id = api.post("/api/tokens").json()["token_id"]
    api.delete(f"/api/tokens/{token_id}")
    rows = LogEntry.objects.filter(additional_data__token_id=token_id).order_by("id")
    assert [row.additional_data["event"] for row in rows] == ["token_created", "token_revoked"]
    assert {row.actor for row in rows} == {recruiter}


def test_the_command_prints_the_token_last(recruiter, capsys):
    call_command("create_api_token", recruiter.username)
    secret = capsys.readouterr().out.split()[-1]
    assert with_token(secret).get("/api/tokens").status_code == 200


def test_the_command_makes_a_user_with_a_role(db, capsys):
    call_command("create_api_token", "ci", "--create", "--role", "api_client", "--json")
    made = json.loads(capsys.readouterr().out)
    user = User.objects.get(username="ci")
    assert [group.name for group in user.groups.all()] == ["api_client"]
    assert not user.has_usable_password()
    assert with_token(made["token"]).get("/api/tokens").status_code == 200


def test_the_command_refuses_unknown_users_and_roles(recruiter):
    with pytest.raises(CommandError, match="--create"):
        call_command("create_api_token", "nobody")
    with pytest.raises(CommandError, match="role"):
        call_command("create_api_token", "nobody", "--create")
    with pytest.raises(CommandError, match="invalid choice"):
        call_command("create_api_token", "nobody", "--create", "--role", "boss")
