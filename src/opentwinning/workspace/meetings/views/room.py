"""The meeting itself: door, room, and what browsers tell each other (page 86, H8, H9)."""

import json
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.translation import pgettext

from opentwinning.core.components.formats import country_name
from opentwinning.core.outgoing import NoAnswer
from opentwinning.core.verdicts import Invalid, Refused, deny_unless, hidden
from opentwinning.core.web import ActorRequest, Audience, attempt, go, open_to, page
from opentwinning.facilities.limits.actions import within_limits
from opentwinning.workspace.meetings import actions
from opentwinning.workspace.meetings.actions.seats import Outgoing
from opentwinning.workspace.meetings.adapters import service
from opentwinning.workspace.meetings.adapters.guest import Guest
from opentwinning.workspace.meetings.adapters.relay import ways
from opentwinning.workspace.meetings.models import Meeting, Seat
from opentwinning.workspace.meetings.policies import (
    may_come,
    may_go_through,
    may_run_meeting,
    may_sit,
)
from opentwinning.workspace.meetings.queries import (
    Room,
    access_meeting,
    access_seat,
    letters_for,
    room_of,
    seat_of,
)
from opentwinning.workspace.meetings.views.plan import row
from opentwinning.workspace.meetings.vocabulary import CALLS, MOST_LETTERS, SeatState
from opentwinning.workspace.spaces.queries import Presence, space_context
from opentwinning.workspace.spaces.vocabulary import who_sees

DEVICES = (
    "camera=(self), microphone=(self), display-capture=(self), geolocation=(), browsing-topics=()"
)


@open_to(Audience.MEMBERS, methods=("GET",))
def meeting(request: ActorRequest, ref: str) -> HttpResponse:
    """Rules, camera, door, room. Only this page may ask for camera and microphone."""
    presence, found = access_meeting(request.actor, ref)
    seat, room = seat_of(found, presence.member), room_of(found)
    large = service() if found.is_large else None
    answer = page(
        request,
        "meetings/meeting.html",
        **space_context(presence, request, tool="meetings:meetings"),
        meeting=found,
        row=row(found),
        may_come=may_come(presence.member, presence.space, found),
        may_sit=may_sit(seat),
        may_run=bool(may_run_meeting(presence.member, presence.space, found)),
        is_in=seat is not None and room.may_hear(seat),
        is_waiting=seat is not None and seat in room.waiting,
        service=large.name if large else "",
        who=who_sees(found.place),
        **_door(presence, room),
    )
    answer.headers["Permissions-Policy"] = DEVICES
    return answer


def _door(presence: Presence, room: Room) -> dict[str, Any]:
    """For teachers: who waits, who is in, who was sent out."""
    rows = [
        {
            "seat": seat,
            "name": seat.member.shown_name,
            "country": country_name(seat.member.country),
            "own": seat.member_id == presence.member.pk,
            "may_go": not seat.member.is_adult or presence.member.is_admin,
        }
        for seat in (*room.waiting, *room.inside, *room.out)
    ]
    return {"door": rows if presence.member.is_adult else []}


@dataclass(slots=True)
class _Said:
    """What a page says in a call; nothing of it is believed before it is looked at."""

    tab: str = ""
    comes: bool = False
    after: int = 0
    letters: list[Outgoing] = field(default_factory=list)


def _said(request: ActorRequest) -> _Said | None:
    try:
        told = json.loads(request.body)
        letters = [Outgoing(str(e["to"]), str(e["tab"]), str(e["data"])) for e in told["letters"]]
        said = _Said(str(told["tab"])[:40], bool(told["comes"]), int(told["after"]), letters)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    fits = len(letters) <= MOST_LETTERS and 0 <= said.after < 2**62
    return said if fits and said.tab else None


@open_to(Audience.MEMBERS, methods=("POST",))
def call(request: ActorRequest, ref: str) -> HttpResponse:
    """A page that is open says so, hands over its letters and gets what is new for it."""
    presence, found = access_meeting(request.actor, ref)
    said = _said(request)
    if said is None:
        return JsonResponse({"error": pgettext("meeting", "Reload the page.")}, status=422)
    seat = _sits(request, presence, found, said)
    if isinstance(seat, dict):
        return _told(seat)
    actions.here(seat=seat)
    is_too_much = bool(said.letters) and not within_limits(
        "meetings.letters", request.actor.key, CALLS
    )
    if is_too_much:  # none is lost: the page keeps them and brings them again
        said.letters = []
    return _told(_news(presence, found, seat, said) | {"again": is_too_much})


def _sits(
    request: ActorRequest, presence: Presence, found: Meeting, said: _Said
) -> Seat | dict[str, Any]:
    """Her seat on this page, or why she has none."""
    seat = seat_of(found, presence.member)
    for state, verdict in (
        ("over", may_come(presence.member, presence.space, found)),
        ("out", may_sit(seat)),
    ):
        if not verdict:
            return {"state": state, "why": str(verdict.reason)}
    if said.comes:
        try:
            return actions.come(by=request.actor, meeting=found, tab=said.tab)
        except Invalid as problem:
            return {"state": "full", "why": str(problem.message)}
    if seat is None:
        return {"state": "ended", "why": pgettext("meeting", "The meeting has ended.")}
    if seat.tab != said.tab:
        return {"state": "moved", "why": pgettext("meeting", "You came in on another page.")}
    return seat


def _news(presence: Presence, found: Meeting, seat: Seat, said: _Said) -> dict[str, Any]:
    room = room_of(found)
    news: dict[str, Any] = {"state": "waiting", "seat": seat.ref, "people": [], "letters": []}
    if room.may_hear(seat):
        actions.pass_on(sender=seat, letters=said.letters, read_until=said.after)
        news |= {
            "state": "in",
            "ways": ways(seat.ref),
            "people": [
                {
                    "seat": each.ref,
                    "tab": each.tab,
                    "name": each.member.shown_name,
                    "country": country_name(each.member.country),
                }
                for each in room.inside
                if each.pk != seat.pk
            ],
            "letters": [
                {"id": each.pk, "from": each.sender.ref, "tab": each.sender_tab, "data": each.data}
                for each in letters_for(seat, after=said.after)
            ],
        }
    if presence.member.is_adult:
        news["door"] = render_to_string("meetings/door.html", _door(presence, room))
    return news


def _told(news: dict[str, Any]) -> HttpResponse:
    answer = JsonResponse(news)
    answer["Cache-Control"] = "no-store"
    return answer


@open_to(Audience.MEMBERS, methods=("POST",))
def come(request: ActorRequest, ref: str) -> HttpResponse:
    """To the door without script; the way of large meetings."""
    _, found = access_meeting(request.actor, ref, to="come")
    attempt(request, lambda: actions.come(by=request.actor, meeting=found))
    return go(request, "meetings:meeting", ref)


@open_to(Audience.MEMBERS, methods=("POST",))
def leave(request: ActorRequest, ref: str) -> HttpResponse:
    """Her seat is free; a page that closes says so too, for itself only."""
    presence, found = access_meeting(request.actor, ref)
    seat, tab = seat_of(found, presence.member), request.POST.get("tab", "")
    if seat is not None and (not tab or seat.tab == tab):
        actions.go_out(by=request.actor, meeting=found)
    return HttpResponse(status=204) if tab else go(request, "meetings:meeting", ref)


@open_to(Audience.MEMBERS, methods=("POST",))
def let(request: ActorRequest, ref: str) -> HttpResponse:
    """A teacher lets somebody in."""
    _, seat = access_seat(request.actor, ref)
    return _at_door(request, seat, lambda: actions.let_in(by=request.actor, seat=seat))


@open_to(Audience.MEMBERS, methods=("POST",))
def out(request: ActorRequest, ref: str) -> HttpResponse:
    """A teacher sends somebody out."""
    _, seat = access_seat(request.actor, ref)
    return _at_door(request, seat, lambda: actions.send_out(by=request.actor, seat=seat))


def _at_door(request: ActorRequest, seat: Seat, act: Any) -> HttpResponse:
    if request.headers.get("Accept") == "application/json":
        try:
            act()
        except Invalid as problem:
            return JsonResponse({"error": str(problem.message)}, status=422)
        except Refused as refusal:
            if refusal.verdict.secret:
                raise
            return JsonResponse({"error": str(refusal.verdict.reason)}, status=403)
        return HttpResponse(status=204)
    attempt(request, act)
    return go(request, "meetings:meeting", seat.meeting.ref)


@open_to(Audience.MEMBERS, methods=("POST",))
def end(request: ActorRequest, ref: str) -> HttpResponse:
    """For everybody."""
    _, found = access_meeting(request.actor, ref, to="watch")
    room, large = _room(found), service() if found.is_large else None
    actions.end_meeting(by=request.actor, meeting=found)
    if large is not None:
        try:
            large.end(room)
        except NoAnswer:
            attempt(request, _not_there)
    return go(request, "meetings:meeting", ref)


@open_to(Audience.MEMBERS, methods=("POST",))
def elsewhere(request: ActorRequest, ref: str) -> HttpResponse:
    """Through the door to the video service: an address for her alone, made at this moment."""
    presence, found = access_meeting(request.actor, ref)
    large = service() if found.is_large else None
    if large is None:
        raise Refused(hidden())
    deny_unless(may_come(presence.member, presence.space, found))
    seat = seat_of(found, presence.member)
    deny_unless(may_sit(seat))
    deny_unless(may_go_through(seat))
    member = presence.member
    is_alone = member.is_pupil and not room_of(found).teachers
    if seat is None or is_alone or seat.state != SeatState.IN:
        return go(request, "meetings:meeting", ref)
    guest = Guest(seat.ref, member.shown_name, member.is_adult)
    back = request.build_absolute_uri(f"/spaces/meetings/{found.ref}/")
    try:
        return redirect(large.way_in(_room(found), found.title, guest, back))
    except NoAnswer:
        attempt(request, _not_there)
        return go(request, "meetings:meeting", ref)


def _room(found: Meeting) -> str:
    return f"{found.ref}-{found.run}"


def _not_there() -> None:
    raise Invalid(pgettext("meeting", "The video service does not answer. Try again in a moment."))
