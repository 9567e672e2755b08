"""What somebody reads who proved who she is and whose account is suspended (4.3, H17)."""

from django.core import signing
from django.http import HttpRequest, HttpResponse

from opentwinning.core.clock import now
from opentwinning.core.places import next_proof_of, panels
from opentwinning.core.verdicts import Refused, hidden
from opentwinning.core.web import page
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.queries import actor_of, running_suspension
from opentwinning.people.accounts.vocabulary import SUSPENDED_SALT


def suspended_page(request: HttpRequest, account: Account) -> HttpResponse:
    """Why and until when; how to object; her data to take along. She is not signed in: a signed
    ticket opens the rest."""
    suspension = running_suspension(account)
    if suspension is None:
        raise Refused(hidden())
    ticket = signing.dumps(
        {"account": account.pk, "epoch": account.session_epoch, "at": now().timestamp()},
        salt=SUSPENDED_SALT,
    )
    return page(
        request,
        "accounts/suspended.html",
        suspension=suspension,
        panels=panels("suspended", actor_of(account), suspension),
        may_take_data=not next_proof_of(account.pk),
        ticket=ticket,
        status=403,
    )
