"""An officer suspends an educator, or lifts it (row 11)."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.actor import Actor
from opentwinning.core.places import panels
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.people.accounts.queries import running_suspension
from opentwinning.people.educators.actions import lift_suspension, suspend_educator
from opentwinning.people.educators.forms import LiftForm, SuspendForm
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.queries import access_educator


@open_to(Audience.OFFICERS, Audience.OPERATORS)
def suspension(request: HttpRequest, ref: str) -> HttpResponse:
    """The reason and the term, or the form for them."""
    actor = cast("ActorRequest", request).actor
    educator = access_educator(actor, ref, to="suspend")
    running = running_suspension(educator.account)
    data = request.POST if request.method == "POST" else None
    form = SuspendForm(data) if running is None else LiftForm(data)
    if form.is_valid() and form.did(lambda: _act(actor, educator, form)):
        messages.success(request, pgettext("suspension", "Your decision is saved."))
        return go(request, "educators:suspension", ref)
    return page(
        request,
        "educators/suspension.html",
        form=form,
        educator=educator,
        suspension=running,
        panels=panels("suspension", actor, running) if running else [],
    )


def _act(actor: Actor, educator: Educator, form: SuspendForm | LiftForm) -> Any:
    if isinstance(form, LiftForm):
        return lift_suspension(by=actor, educator=educator, answer=form.cleaned_data["answer"])
    reason, until = form.cleaned_data["reason"], form.until()
    return suspend_educator(by=actor, educator=educator, reason=reason, until=until)
