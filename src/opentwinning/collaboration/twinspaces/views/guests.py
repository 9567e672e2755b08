"""Guests: invited, prolonged and ended by project admins; what they themselves read (H4)."""

import datetime as dt

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import pgettext

from opentwinning.collaboration.twinspaces.actions import end_guest, invite_guest, prolong_guest
from opentwinning.collaboration.twinspaces.forms.guests import GuestForm, ProlongForm
from opentwinning.collaboration.twinspaces.queries import access_twinspace
from opentwinning.collaboration.twinspaces.queries.guests import (
    access_as_guest,
    access_for_guest,
    access_guest,
    pages_for,
    posts_for,
)
from opentwinning.collaboration.twinspaces.vocabulary import GUESTS_A_DAY
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Invalid
from opentwinning.core.web import ActorRequest, Audience, attempt, go, open_to, page
from opentwinning.facilities.limits.actions import within_limit
from opentwinning.workspace.spaces.queries import space_context


@open_to(Audience.VALIDATED)
def invite(request: ActorRequest, ref: str) -> HttpResponse:
    """Who, why, until when; what she will see stands beside it."""
    visit = access_twinspace(request.actor, ref, to_administer=True)
    form = GuestForm(request.POST or None)
    if form.is_valid():

        def send() -> None:
            _count(request.actor)
            invite_guest(by=request.actor, twinspace=visit.twinspace, **form.details())

        if form.did(send):
            messages.success(request, pgettext("guest", "The invitation is on its way."))
            return go(request, "twinspaces:people", ref, anchor="guests")
    context = space_context(visit.presence, request, tool="twinspaces:people")
    return page(request, "twinspaces/guest_form.html", form=form, **context)


@open_to(Audience.VALIDATED)
def prolong(request: ActorRequest, ref: str, guest_ref: str) -> HttpResponse:
    """Another last day."""
    visit = access_twinspace(request.actor, ref, to_administer=True)
    guest = access_guest(visit, guest_ref)
    form = ProlongForm(request.POST or None, initial={"last_day": guest.last_day})
    if form.is_valid() and form.did(
        lambda: prolong_guest(by=request.actor, guest=guest, **form.details())
    ):
        messages.success(request, pgettext("guest", "The last day is changed."))
        return go(request, "twinspaces:people", ref, anchor="guests")
    context = space_context(visit.presence, request, tool="twinspaces:people")
    return page(request, "twinspaces/guest_form.html", form=form, guest=guest, **context)


@open_to(Audience.VALIDATED, methods=("POST",))
def end(request: ActorRequest, ref: str, guest_ref: str) -> HttpResponse:
    """At once."""
    visit = access_twinspace(request.actor, ref, to_administer=True)
    guest = access_guest(visit, guest_ref)
    done = pgettext("guest", "The visit has ended.")
    attempt(request, lambda: end_guest(by=request.actor, guest=guest), done)
    return go(request, "twinspaces:people", ref, anchor="guests")


@open_to(Audience.ADULTS, methods=("GET",))
def start(request: ActorRequest, ref: str) -> HttpResponse:
    """Where the link of the mail leads: all that a guest reads."""
    guest = access_as_guest(request.actor, ref)
    return page(
        request,
        "twinspaces/guest.html",
        guest=guest,
        title=guest.twinspace.space.title,
        pages=pages_for(guest),
        posts=posts_for(guest),
    )


@open_to(Audience.ADULTS, methods=("GET",))
def thing(request: ActorRequest, ref: str, thing_ref: str) -> HttpResponse:
    """One page or diary post."""
    guest = access_as_guest(request.actor, ref)
    shown = access_for_guest(guest, thing_ref)
    return page(request, "twinspaces/guest_thing.html", guest=guest, shown=shown)


def _count(actor: Actor) -> None:
    day = dt.timedelta(days=1)
    if not within_limit("twinspaces.guests", actor.key, limit=GUESTS_A_DAY, per=day):
        raise Invalid(pgettext("guest", "Enough invitations for today. Go on tomorrow."))
