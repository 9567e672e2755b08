"""One's own ways to sign in."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.addresses import reverse
from opentwinning.core.freshness import proved_lately
from opentwinning.core.verdicts import Refused
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.people.accounts.queries import account_of
from opentwinning.people.external.actions import disconnect_identity
from opentwinning.people.external.queries import access_identity, buttons, identities_of


@open_to(Audience.ADULTS, methods=("GET",))
def ways(request: HttpRequest) -> HttpResponse:
    """Which identities open the account, and which more can be connected."""
    actor = cast("ActorRequest", request).actor
    return page(
        request,
        "external/ways.html",
        account=account_of(actor),
        identities=identities_of(actor),
        providers=buttons(wish=reverse("external:ways")),
    )


@open_to(Audience.ADULTS, methods=("POST",))
@proved_lately
def disconnect(request: HttpRequest, ref: str) -> HttpResponse:
    """One way in less; the last one stays."""
    actor = cast("ActorRequest", request).actor
    try:
        disconnect_identity(by=actor, identity=access_identity(actor, ref))
        messages.success(request, pgettext("external", "It is disconnected."))
    except Refused as problem:
        if problem.verdict.secret:
            raise
        messages.error(request, str(problem.verdict.reason))
    return go(request, "external:ways")
