"""A suspended person takes her data along (4.3, J2); she is not signed in."""

import json

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from opentwinning.core.clock import now
from opentwinning.core.places import next_proof_of
from opentwinning.core.web import Audience, open_to
from opentwinning.people.accounts.actions import export_account
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.queries import actor_of, suspended_account
from opentwinning.people.accounts.vocabulary import SUSPENDED_SALT

FRESH = 5 * 60  # seconds


@open_to(Audience.EVERYBODY, methods=("POST",))
def own_data(request: HttpRequest) -> HttpResponse:
    """With a ticket given after a fresh proof (A14). Where a second proof would be due, the first
    alone is not enough: she asks her office."""
    account = _holder(request)
    if account is None or next_proof_of(account.pk):
        return redirect("accounts:sign_in")
    held = export_account(by=actor_of(account), account=account)
    text = json.dumps(held, ensure_ascii=False, indent=1)
    response = HttpResponse(text, content_type="application/json")
    response["Content-Disposition"] = 'attachment; filename="my-data.json"'
    response["Content-Security-Policy"] = "sandbox"
    return response


def _holder(request: HttpRequest) -> Account | None:
    """The suspended account behind a ticket; None when it is too old or not ours."""
    try:
        ticket = signing.loads(request.POST.get("ticket", ""), salt=SUSPENDED_SALT)
    except signing.BadSignature:
        return None
    if now().timestamp() - ticket["at"] > FRESH:
        return None
    return suspended_account(ticket["account"], ticket["epoch"])
