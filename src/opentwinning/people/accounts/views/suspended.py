"""What somebody reads whose account is suspended: why, until when, and how to object (H17, 4.3).

She is not signed in. A signed ticket of half an hour, given after the right password, lets her
write her appeal and take her data along; nothing else.
"""

import json
from typing import cast

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from opentwinning.core.clock import now
from opentwinning.core.places import next_proof_of
from opentwinning.core.verdicts import Refused, hidden
from opentwinning.core.web import ActorRequest, Audience, open_to, page
from opentwinning.people.accounts.actions import appeal_suspension, export_account
from opentwinning.people.accounts.forms import AppealForm
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.queries import actor_of, running_suspension, suspended_account

SALT = "opentwinning.suspended"
TICKET_LIFE = 30 * 60  # seconds, to write an objection
FRESH = 5 * 60  # seconds, to take data along


def suspended_page(
    request: HttpRequest, account: Account, form: AppealForm | None = None
) -> HttpResponse:
    """The statement of reasons, with a ticket for what may follow."""
    suspension = running_suspension(account)
    if suspension is None:
        raise Refused(hidden())
    ticket = signing.dumps(
        {"account": account.pk, "epoch": account.session_epoch, "at": now().timestamp()}, salt=SALT
    )
    return page(
        request,
        "accounts/suspended.html",
        suspension=suspension,
        form=form or AppealForm(),
        may_take_data=not next_proof_of(account.pk),
        ticket=ticket,
        status=422 if form is not None and form.errors else 403,
    )


@open_to(Audience.EVERYBODY, methods=("POST",))
def appeal(request: HttpRequest) -> HttpResponse:
    """Object, once."""
    account = _holder(request)
    suspension = running_suspension(account) if account is not None else None
    if account is None or suspension is None:
        return redirect("accounts:sign_in")
    form = AppealForm(request.POST)
    by = cast("ActorRequest", request).actor
    if form.is_valid() and form.did(
        lambda: appeal_suspension(by=by, suspension=suspension, text=form.cleaned_data["text"])
    ):
        return suspended_page(request, account)
    return suspended_page(request, account, form)


@open_to(Audience.EVERYBODY, methods=("POST",))
def own_data(request: HttpRequest) -> HttpResponse:
    """A suspended person may still take her data along (J2), with a fresh password (A14). Where a
    second proof would be due, the password alone is not enough: she asks her office."""
    account = _holder(request, FRESH)
    if account is None or next_proof_of(account.pk):
        return redirect("accounts:sign_in")
    held = export_account(by=actor_of(account), account=account)
    text = json.dumps(held, ensure_ascii=False, indent=1)
    response = HttpResponse(text, content_type="application/json")
    response["Content-Disposition"] = 'attachment; filename="my-data.json"'
    response["Content-Security-Policy"] = "sandbox"
    return response


def _holder(request: HttpRequest, life: int = TICKET_LIFE) -> Account | None:
    """The suspended account behind a ticket; None when it is too old or not ours."""
    try:
        ticket = signing.loads(request.POST.get("ticket", ""), salt=SALT)
    except signing.BadSignature:
        return None
    if now().timestamp() - ticket["at"] > life:
        return None
    return suspended_account(ticket["account"], ticket["epoch"])
