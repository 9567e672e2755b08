"""The lesson (page 45): the door, who is in, out with one or all."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.web import Audience, go, open_to, page
from opentwinning.people.pupils.actions import (
    close_window,
    open_window,
    sign_out_class,
    sign_out_pupil,
)
from opentwinning.people.pupils.queries import access_class, access_pupil, open_window_of, roster
from opentwinning.people.pupils.queries.sheet import entrance_address
from opentwinning.people.pupils.views.classes import actor_of, trail
from opentwinning.people.pupils.vocabulary import Presence


@open_to(Audience.VALIDATED)
def lesson(request: HttpRequest, ref: str) -> HttpResponse:
    """POST opens the door for 60 minutes; GET shows who is in and stays current by itself."""
    school_class = access_class(actor_of(request), ref)
    if request.method == "POST":
        open_window(by=actor_of(request), school_class=school_class)
        return go(request, "pupils:lesson", ref)
    seats = roster(school_class)
    return page(
        request,
        "pupils/lesson.html",
        school_class=school_class,
        window=open_window_of(school_class),
        seats=seats,
        crumbs=trail(school_class),
        in_count=sum(seat.presence != Presence.OUT for seat in seats),
        address=entrance_address(school_class.language).split("://", 1)[1],
    )


@open_to(Audience.VALIDATED, methods=("POST",))
def close_door(request: HttpRequest, ref: str) -> HttpResponse:
    """Nobody else comes in by code."""
    school_class = access_class(actor_of(request), ref)
    close_window(by=actor_of(request), school_class=school_class)
    return go(request, "pupils:lesson", ref)


@open_to(Audience.VALIDATED, methods=("POST",))
def sign_out_all(request: HttpRequest, ref: str) -> HttpResponse:
    """The lesson is over: everybody is out with the next request (A8)."""
    school_class = access_class(actor_of(request), ref)
    sign_out_class(by=actor_of(request), school_class=school_class)
    messages.success(request, pgettext("lesson", "All pupils are signed out."))
    return go(request, "pupils:lesson", ref)


@open_to(Audience.VALIDATED, methods=("POST",))
def sign_out_one(request: HttpRequest, ref: str) -> HttpResponse:
    """Let this one pupil be out with her next request."""
    pupil = access_pupil(actor_of(request), ref)
    sign_out_pupil(by=actor_of(request), pupil=pupil)
    return go(request, "pupils:lesson", pupil.school_class.ref)
