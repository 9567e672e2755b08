"""The page that asks for a fresh proof before a dangerous act (A14)."""

from typing import cast

from django.http import HttpRequest, HttpResponse, QueryDict

from opentwinning.core.freshness import plug_proof_page
from opentwinning.core.web import ActorRequest, page
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.queries import account_of
from opentwinning.people.identity.forms import ConfirmForm
from opentwinning.people.identity.queries import Factors, factors_of

MAILED = "mailed_proof"  # in the session: the secret of the browser that asked for a code


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
    form = form or form_for(request, account, factors)
    return page(
        request,
        "identity/confirm.html",
        status=status,
        form=form,
        kept=kept,
        wish=wish,
        has_password=account.has_password,
        is_mailed="mailed_code" in form.fields,
        passkeys=factors.passkeys,
    )


def form_for(
    request: HttpRequest, account: Account, factors: Factors, data: QueryDict | None = None
) -> ConfirmForm:
    """What can be asked of her: a code by mail only from somebody without password and app."""
    has_app = factors.authenticator is not None
    is_mailed = not account.has_password and not has_app and MAILED in request.session
    return ConfirmForm(data, has_app=has_app, is_mailed=is_mailed)


@plug_proof_page
def interrupting(request: HttpRequest, kept: str) -> HttpResponse:
    """In the place of the answer to a form: 401, because nothing was done."""
    return proof_page(request, kept, status=401)
