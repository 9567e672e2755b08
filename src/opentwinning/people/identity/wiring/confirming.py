"""The page that asks for a fresh proof before a dangerous act (A14)."""

from typing import cast

from django.http import HttpRequest, HttpResponse

from opentwinning.core.freshness import plug_proof_page
from opentwinning.core.web import ActorRequest, page
from opentwinning.people.accounts.queries import account_of
from opentwinning.people.identity.forms import ConfirmForm
from opentwinning.people.identity.queries import factors_of


def proof_page(
    request: HttpRequest,
    kept: str,
    *,
    form: ConfirmForm | None = None,
    wish: str = "",
    status: int | None = None,
) -> HttpResponse:
    """Confirm that it is you. ``kept`` is the signed text of the form that was interrupted."""
    account = account_of(cast("ActorRequest", request).actor)
    factors = factors_of(account.pk)
    form = form or ConfirmForm(has_app=factors.authenticator is not None)
    return page(
        request,
        "identity/confirm.html",
        status=status,
        form=form,
        kept=kept,
        wish=wish,
        has_password=account.has_password,
        passkeys=factors.passkeys,
    )


@plug_proof_page
def interrupting(request: HttpRequest, kept: str) -> HttpResponse:
    """In the place of the answer to a form: 401, because nothing was done."""
    return proof_page(request, kept, status=401)
