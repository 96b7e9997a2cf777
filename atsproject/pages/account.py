"""One's own account: working blind, and tokens for programs, each shown once."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from atsproject import roles
from atsproject.pages.acting import act
from atsproject.pages.blind import KEY, works_blind
from atsproject.tokens import create_token, public_id, revoke_token, tokens_of


def account(request: HttpRequest) -> HttpResponse:
    """Preferences and tokens."""
    user: Any = request.user
    context: dict[str, Any] = {"role": roles.role_of(user), "blind": works_blind(request)}
    if request.method == "POST":
        what = request.POST.get("do")
        if what == "blind":
            request.session[KEY] = not works_blind(request)
            return redirect("account")
        if what == "revoke":
            return _revoke(request, user)
        if what != "token":
            raise Http404
        context["secret"] = create_token(user=user, by=user)[1]
        messages.success(request, "Copy the token now: it is not shown again.", extra_tags="good")
    context["tokens"] = [{"id": public_id(token), "created": token.created} for token in tokens_of(user)]
    return render(request, "pages/account.html", context)


def _revoke(request: HttpRequest, user: Any) -> HttpResponse:
    def revoke() -> str:
        revoke_token(user=user, token_id=request.POST.get("token", ""), by=user)
        return "The token no longer works."

    return act(request, "jobs.view_job", revoke, "account")
