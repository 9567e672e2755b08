"""An officer suspends an educator, lifts it, answers her objection (row 11, H17)."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.actor import Actor
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.people.accounts.models import Suspension
from opentwinning.people.accounts.queries import running_suspension
from opentwinning.people.educators.actions import (
    keep_suspension,
    lift_suspension,
    suspend_educator,
)
from opentwinning.people.educators.forms import AnswerObjectionForm, SuspendForm
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.policies import may_answer_appeal
from opentwinning.people.educators.queries import access_educator


@open_to(Audience.OFFICERS, Audience.OPERATORS)
def suspension(request: HttpRequest, ref: str) -> HttpResponse:
    """The statement of reasons, or the form for one."""
    actor = cast("ActorRequest", request).actor
    educator = access_educator(actor, ref, to="suspend")
    running = running_suspension(educator.account)
    form = _form(request, running)
    if form.is_valid() and form.did(lambda: _act(actor, educator, form)):
        messages.success(request, pgettext("suspension", "Your decision is saved."))
        return go(request, "educators:suspension", ref)
    return page(
        request,
        "educators/suspension.html",
        form=form,
        educator=educator,
        suspension=running,
        may_answer=running is None or bool(may_answer_appeal(actor, educator, running)),
    )


def _form(request: HttpRequest, running: Suspension | None) -> SuspendForm | AnswerObjectionForm:
    data = request.POST or None
    return SuspendForm(data) if running is None else AnswerObjectionForm(data)


def _act(actor: Actor, educator: Educator, form: SuspendForm | AnswerObjectionForm) -> Any:
    if isinstance(form, SuspendForm):
        return suspend_educator(
            by=actor,
            educator=educator,
            reason=form.cleaned_data["reason"],
            until=form.until(),
        )
    act = keep_suspension if form.cleaned_data["act"] == "keep" else lift_suspension
    return act(by=actor, educator=educator, answer=form.cleaned_data["answer"])
