"""One's own account: preferences, and tokens for programs, each shown once."""

import zoneinfo
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST
from rest_framework.exceptions import APIException

from atsproject import roles
from atsproject.models import Preference
from atsproject.pages.acting import act, number, sentences
from atsproject.preferences import preference_of, save_preference
from atsproject.tokens import create_token, public_id, revoke_token, tokens_of
from jobs.services import current_job


def account(request: HttpRequest) -> HttpResponse:
    """Preferences and tokens."""
    user: Any = request.user
    what = request.POST.get("do") if request.method == "POST" else None
    if what == "preferences":
        return _prefer(request)
    if what == "revoke":
        return _revoke(request, user)
    if what not in (None, "token"):
        raise Http404
    context: dict[str, Any] = {"role": roles.role_of(user), "kept": preference_of(request), **_choices()}
    if what == "token":
        context["secret"] = create_token(user=user, by=user)[1]
        messages.success(request, "Token created.", extra_tags="good")
    context["tokens"] = [{"id": public_id(token), "created": token.created} for token in tokens_of(user)]
    return render(request, "pages/account.html", context)


def _choices() -> dict[str, Any]:
    zones = sorted(name for name in zoneinfo.available_timezones() if "/" in name and not name.startswith("Etc/"))
    return {
        "themes": Preference.Theme.choices,
        "landings": Preference.Landing.choices,
        "lengths": Preference.Rows.choices,
        "zones": [*zones, "UTC"],
    }


def _prefer(request: HttpRequest) -> HttpResponse:
    """Keep the form; on a refusal nothing of it is lost."""
    sent = request.POST
    values = {name: sent.get(name, "") for name in ("theme", "landing", "time_zone")}
    try:
        save_preference(by=request.user, blind="blind" in sent, rows=number(sent.get("rows")), **values)
    except APIException as error:
        messages.error(request, sentences(error), extra_tags="bad")
    else:
        messages.success(request, "Kept.", extra_tags="good")
    return redirect("account")


@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Keep light or dark: the one named, else the other than the one kept."""
    wanted = request.POST.get("theme") or ("light" if preference_of(request).theme == "dark" else "dark")
    try:
        save_preference(by=request.user, theme=wanted)
    except APIException as error:
        return HttpResponse(sentences(error), status=400, content_type="text/plain; charset=utf-8")
    back = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return redirect(back if safe else "home")


def begin(request: HttpRequest) -> HttpResponse:
    """The page a user wants to begin with: where signing in leads."""
    wanted = preference_of(request).landing
    if wanted == Preference.Landing.JOB:
        job = current_job(request.user)
        return redirect("job", job.pk) if job is not None else redirect("jobs")
    return redirect(wanted)


def _revoke(request: HttpRequest, user: Any) -> HttpResponse:
    def revoke() -> str:
        revoke_token(user=user, token_id=request.POST.get("token", ""), by=user)
        return "Token revoked."

    return act(request, "jobs.view_job", revoke, "account")
