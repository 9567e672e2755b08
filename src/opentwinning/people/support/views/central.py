"""What the centre decides: the programme's name and who holds a mandate."""

from typing import cast

from django.contrib import messages
from django.forms import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.actor import Actor, Role
from opentwinning.core.freshness import proved_lately, proved_to_send
from opentwinning.core.verdicts import Invalid
from opentwinning.core.web import ActorRequest, Audience, attempt, go, open_to, page
from opentwinning.people.accounts.queries import account_with_address
from opentwinning.people.support.actions import (
    appoint_officer,
    confirm_mandate,
    describe_programme,
)
from opentwinning.people.support.actions import end_mandate as end_mandate_action
from opentwinning.people.support.forms import AppointForm, EndMandateForm, ProgrammeForm
from opentwinning.people.support.models import Mandate
from opentwinning.people.support.policies import may_confirm_mandate
from opentwinning.people.support.queries import access_mandate, mandates_seen_by
from opentwinning.people.support.queries import programme as the_programme


@open_to(Audience.CENTRAL, Audience.OPERATORS)
def programme(request: HttpRequest) -> HttpResponse:
    """Name, owner and calendar of the programme."""
    actor = cast("ActorRequest", request).actor
    form = ProgrammeForm(request.POST or None, initial=model_to_dict(the_programme()))
    if form.is_valid() and form.did(lambda: describe_programme(by=actor, **form.details())):
        messages.success(request, pgettext("support", "The programme is saved."))
        return go(request, "support:programme")
    return page(request, "support/programme.html", form=form)


@open_to(Audience.CENTRAL, Audience.OPERATORS)
@proved_to_send
def mandates(request: HttpRequest) -> HttpResponse:
    """Who decides for whom; POST appoints."""
    actor = cast("ActorRequest", request).actor
    form = AppointForm(request.POST or None, only_central=not actor.is_a(Role.CENTRAL_OFFICER))
    if form.is_valid() and form.did(lambda: _appoint(actor, form)):
        messages.success(request, pgettext("support", "The mandate is written down."))
        return go(request, "support:mandates")
    rows = [(m, bool(may_confirm_mandate(actor, m))) for m in mandates_seen_by(actor)]
    return page(request, "support/mandates.html", form=form, mandates=rows)


def _appoint(actor: Actor, form: AppointForm) -> Mandate:
    values = form.details()
    account = account_with_address(values.pop("email"))
    if account is None:
        raise Invalid(pgettext("support", "Nobody has an account with this address."), "email")
    return appoint_officer(by=actor, account=account, **values)


@open_to(Audience.CENTRAL, methods=("POST",))
@proved_lately
def confirm(request: HttpRequest, number: int) -> HttpResponse:
    """The second central officer says yes (B7)."""
    actor = cast("ActorRequest", request).actor
    mandate = access_mandate(actor, number, to="confirm")
    attempt(request, lambda: confirm_mandate(by=actor, mandate=mandate))
    return go(request, "support:mandates")


@open_to(Audience.CENTRAL)
@proved_lately
def end_mandate(request: HttpRequest, number: int) -> HttpResponse:
    """Take a mandate back, with a reason."""
    actor = cast("ActorRequest", request).actor
    mandate = access_mandate(actor, number, to="end")
    form = EndMandateForm(request.POST or None)
    if form.is_valid():
        form.carry_out(lambda: end_mandate_action(by=actor, mandate=mandate, **form.details()))
        if not form.errors:
            messages.success(request, pgettext("support", "The mandate has ended."))
            return go(request, "support:mandates")
    return page(request, "support/end_mandate.html", form=form, mandate=mandate)
