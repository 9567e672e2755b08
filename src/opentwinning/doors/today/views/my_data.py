"""Everything held about a person: see, take along, be erased (page 38; J2, J3)."""

import json
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from opentwinning.core import privacy
from opentwinning.core.actor import VISITOR
from opentwinning.core.clock import now
from opentwinning.core.freshness import proved_lately, proved_to_send
from opentwinning.core.places import panels, start_page
from opentwinning.core.web import ActorRequest, Audience, open_to, page
from opentwinning.doors.today.queries import fates, sections_of
from opentwinning.people.accounts.actions import export_account, request_erasure
from opentwinning.people.accounts.queries import account_of
from opentwinning.people.accounts.vocabulary import GRACE
from opentwinning.people.support.queries import programme


@open_to(Audience.ADULTS)
@proved_to_send
def my_data(request: HttpRequest) -> HttpResponse:
    """See everything; with a fresh proof (A14), take it along for people or for machines."""
    actor = cast("ActorRequest", request).actor
    account = account_of(actor)
    if request.method == "POST":
        held = export_account(by=actor, account=account)
        if request.POST.get("form") == "json":
            text = json.dumps(held, ensure_ascii=False, indent=1)
            return attached(text, "application/json", "my-data.json")
        text = render_to_string(
            "today/my_data_export.html",
            {"sections": sections_of(held), "name": account.name, "at": now(),
             "programme": programme()},
        )  # fmt: skip
        return attached(text, "text/html; charset=utf-8", "my-data.html")
    held = privacy.exported(privacy.Subject.EDUCATOR, account.pk)
    return page(request, "today/my_data.html", sections=sections_of(held))


def attached(text: str, kind: str, name: str) -> HttpResponse:
    """A file to keep, never shown as a page of this site."""
    response = HttpResponse(text, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Content-Security-Policy"] = "sandbox"
    return response


@open_to(Audience.ADULTS)
@proved_lately
def erase(request: HttpRequest) -> HttpResponse:
    """Leave for good, after a fresh proof (A14): what goes, what stays, days of grace."""
    actor = cast("ActorRequest", request).actor
    account = account_of(actor)
    if request.method == "POST":
        wish = request_erasure(by=actor, account=account)
        request.session.flush()
        cast("ActorRequest", request).actor = VISITOR
        return page(request, "today/erasure_begun.html", due_at=wish.due_at, home=start_page())
    return page(
        request,
        "today/erase.html",
        fates=fates(),
        due_at=now() + GRACE,
        panels=panels("erasure", actor, account),
    )
