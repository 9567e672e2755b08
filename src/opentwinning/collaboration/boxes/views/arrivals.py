"""Bring a box from elsewhere, see what is in it, take it in (idea 9, pain 1)."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.collaboration.boxes.actions import Sent, delete_arrival, send_box, want_arrival
from opentwinning.collaboration.boxes.forms import BringForm
from opentwinning.collaboration.boxes.models import Arrival
from opentwinning.collaboration.boxes.queries import (
    access_arrival,
    arrivals_of,
    counted,
    schools_for,
    taken_before,
)
from opentwinning.collaboration.boxes.vocabulary import ARRIVALS_A_DAY
from opentwinning.core.verdicts import Invalid
from opentwinning.core.web import ActorRequest, Audience, attempt, go, open_to, page
from opentwinning.facilities.limits.actions import within_limit
from opentwinning.workspace.files.adapters import disk
from opentwinning.workspace.spaces.queries import access_space, space_context

_ENOUGH = pgettext_lazy("box", "You brought many boxes today. Try again tomorrow.")


@open_to(Audience.VALIDATED)
def arrivals(request: ActorRequest) -> HttpResponse:
    """Her boxes that came, and the form for one more."""
    form = BringForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        sent = form.carry_out(lambda: _sent(request, form))
        if sent is not None:
            return go(request, "boxes:arrival", sent.ref)
    status = 422 if form.errors else 200
    mine = arrivals_of(request.actor)
    return page(request, "boxes/arrivals.html", form=form, arrivals=mine, status=status)


def _sent(request: ActorRequest, form: BringForm) -> Arrival:
    key = request.actor.key
    if not within_limit("boxes.bring", key, limit=ARRIVALS_A_DAY, per=timedelta(days=1)):
        raise Invalid(_ENOUGH, "box")
    box = form.cleaned_data["box"]
    with disk.kept(box.chunks(disk.CHUNK), box.size or 0) as sent:
        return send_box(by=request.actor, sent=Sent(*sent))


@open_to(Audience.VALIDATED, methods=("GET",))
def arrival(request: ActorRequest, ref: str) -> HttpResponse:
    """How far it is, what is in it; once it is taken in, where it begins."""
    found = access_arrival(request.actor, ref)
    if not found.is_taken or found.space is None:
        return page(request, "boxes/arrival.html", **_told(found))
    presence = access_space(request.actor, found.space.ref)
    return page(
        request,
        "boxes/arrived.html",
        schools=schools_for(found.space),
        **_told(found),
        **space_context(presence, request, tool="boxes:arrival"),
    )


@open_to(Audience.VALIDATED, methods=("GET",))
def arrival_progress(request: ActorRequest, ref: str) -> HttpResponse:
    """Fetched anew while somebody works at it."""
    found = access_arrival(request.actor, ref)
    return page(request, "boxes/arrival_progress.html", arrival=found)


def _told(found: Arrival) -> dict[str, Any]:
    kinds = counted(found)
    return {
        "arrival": found,
        "kinds": [each for each in kinds if each.is_taken],
        "stays": [each for each in kinds if not each.is_taken],
        "before": taken_before(found),
    }


@open_to(Audience.VALIDATED, methods=("POST",))
def take(request: ActorRequest, ref: str) -> HttpResponse:
    """She has seen it and wants it."""
    found = access_arrival(request.actor, ref)
    done = pgettext("box", "We take it in. You get a notice when it stands here.")
    attempt(request, lambda: want_arrival(by=request.actor, arrival=found), done)
    return go(request, "boxes:arrival", ref)


@open_to(Audience.VALIDATED)
def delete_box(request: ActorRequest, ref: str) -> HttpResponse:
    """Asked before, because nobody can bring it back."""
    found = access_arrival(request.actor, ref)
    if request.method == "POST":
        disk.remove(delete_arrival(by=request.actor, arrival=found))
        messages.success(request, pgettext("box", "It is deleted here."))
        return go(request, "boxes:arrivals")
    return page(request, "boxes/arrival_delete.html", arrival=found)
