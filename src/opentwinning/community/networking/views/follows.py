"""Following, and whom one follows and is followed by (L-11)."""

from collections.abc import Callable
from datetime import timedelta
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.community.networking.actions import (
    follow_educator,
    show_followers,
    unfollow_educator,
)
from opentwinning.community.networking.queries import (
    access_person,
    followed_by,
    followers_number,
    followers_of,
    follows_a_day,
    shows_followers,
)
from opentwinning.community.networking.queries.follows import Cursor
from opentwinning.community.networking.views.contacts import contact_tabs, me
from opentwinning.community.networking.vocabulary import PAGE
from opentwinning.core import cursors
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Invalid
from opentwinning.core.web import ActorRequest, Audience, attempt, go, open_to, page
from opentwinning.facilities.limits.actions import within_limit
from opentwinning.people.educators.models import Educator
from opentwinning.people.organisations.queries import organisations_of

type Listing = Callable[..., tuple[list[Educator], Cursor | None]]
ENOUGH = pgettext_lazy("following", "You began to follow many people today. Go on tomorrow.")


@open_to(Audience.VALIDATED, methods=("POST",))
def follow(request: HttpRequest, ref: str) -> HttpResponse:
    """One press on the profile."""
    actor = cast("ActorRequest", request).actor
    educator = access_person(actor, ref)
    done = pgettext("following", "You follow %(name)s now.") % {"name": educator.name}
    attempt(request, lambda: _follow(actor, educator), done)
    return go(request, "educators:educator", ref)


def _follow(actor: Actor, educator: Educator) -> None:
    limit = follows_a_day(me(actor))
    if not within_limit("networking.follow", actor.key, limit=limit, per=timedelta(days=1)):
        raise Invalid(ENOUGH)
    follow_educator(by=actor, educator=educator)


@open_to(Audience.VALIDATED, methods=("POST",))
def unfollow(request: HttpRequest, ref: str) -> HttpResponse:
    """One press undoes it."""
    actor = cast("ActorRequest", request).actor
    educator = access_person(actor, ref)
    unfollow_educator(by=actor, educator=educator)
    done = pgettext("following", "You do not follow %(name)s any more.") % {"name": educator.name}
    messages.success(request, done)
    if request.POST.get("from") == "list":
        return go(request, "networking:following")
    return go(request, "educators:educator", ref)


@open_to(Audience.VALIDATED, methods=("GET",))
def following(request: HttpRequest) -> HttpResponse:
    """Whom one follows."""
    return _listed(request, "networking:following", followed_by)


@open_to(Audience.VALIDATED, methods=("GET",))
def followers(request: HttpRequest) -> HttpResponse:
    """Who follows one, and whether others see how many."""
    return _listed(request, "networking:followers", followers_of)


def _listed(request: HttpRequest, name: str, listing: Listing) -> HttpResponse:
    educator = me(cast("ActorRequest", request).actor)
    found, further = listing(educator, after=cursors.read(request.GET.get("after", "")))
    schools = organisations_of(found)
    are_followers = name == "networking:followers"
    return page(
        request,
        "networking/follows.html",
        people=[(each, schools.get(each.pk)) for each in found],
        next_after=cursors.written(further),
        step=PAGE,
        tabs=contact_tabs(name),
        are_followers=are_followers,
        number=followers_number(educator) if are_followers else 0,
        is_shown=are_followers and shows_followers(educator),
    )


@open_to(Audience.VALIDATED, methods=("POST",))
def number(request: HttpRequest) -> HttpResponse:
    """Show others how many followers one has, or stop that."""
    actor = cast("ActorRequest", request).actor
    shown = request.POST.get("shown") == "1"
    show_followers(by=actor, educator=me(actor), shown=shown)
    if shown:
        messages.success(request, pgettext("following", "Others see how many follow you."))
    else:
        messages.success(request, pgettext("following", "Only you see how many follow you."))
    return go(request, "networking:followers")
