"""The list of meetings; planning, changing and calling off one."""

from secrets import token_hex
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import pgettext

from opentwinning.core.addresses import reverse
from opentwinning.core.clock import now
from opentwinning.core.components.formats import clock_time, moment_in_words
from opentwinning.core.verdicts import deny_unless
from opentwinning.core.web import ActorRequest, Audience, attempt, go, open_to, page
from opentwinning.workspace.meetings import actions
from opentwinning.workspace.meetings.forms import MeetingForm, TimeForm, values_of
from opentwinning.workspace.meetings.models import Meeting
from opentwinning.workspace.meetings.policies import may_plan_meeting
from opentwinning.workspace.meetings.queries import access_meeting, coming_meetings, past_meetings
from opentwinning.workspace.meetings.vocabulary import EARLY
from opentwinning.workspace.spaces.queries import access_space, space_context

PAST_SHOWN = 50


@open_to(Audience.MEMBERS, methods=("GET",))
def meetings(request: ActorRequest, ref: str) -> HttpResponse:
    """What comes, what was."""
    presence = access_space(request.actor, ref)
    return page(
        request,
        "meetings/meetings.html",
        **space_context(presence, request),
        coming=[row(each) for each in coming_meetings(presence)],
        past=[row(each) for each in past_meetings(presence)[:PAST_SHOWN]],
        may_plan=bool(may_plan_meeting(presence.member, presence.space)),
    )


def row(meeting: Meeting) -> dict[str, Any]:
    """One meeting on a list, by the reader's clock."""
    begins = timezone.localtime(meeting.begins_at)
    return {
        "meeting": meeting,
        "url": reverse("meetings:meeting", args=[meeting.ref]),
        "when": f"{moment_in_words(begins)}–{clock_time(timezone.localtime(meeting.ends_at))}",
        "is_now": meeting.begins_at - EARLY <= now() <= meeting.ends_at
        and meeting.called_off_at is None,
        "is_staff": meeting.place == "staff_room",
    }


@open_to(Audience.MEMBERS)
def new(request: ActorRequest, ref: str) -> HttpResponse:
    """A teacher plans one."""
    presence = access_space(request.actor, ref, to_write=True)
    deny_unless(may_plan_meeting(presence.member, presence.space))
    begins = timezone.localtime(now())
    form = MeetingForm(
        request.POST or None,
        initial={"form_token": token_hex(12), "day": begins.date(), "begins": begins.time()},
    )
    if form.is_valid():
        made = form.carry_out(
            lambda: actions.plan_meeting(by=request.actor, space=presence.space, **form.details())
        )
        if made is not None:
            return go(request, "meetings:meeting", made.ref)
    back = reverse("meetings:meetings", args=[ref])
    frame = space_context(presence, request, tool="meetings:meetings")
    return page(request, "meetings/form.html", **frame, form=form, back=back)


@open_to(Audience.MEMBERS)
def change(request: ActorRequest, ref: str) -> HttpResponse:
    """Another title, another time."""
    presence, found = access_meeting(request.actor, ref, to="run")
    form = TimeForm(request.POST or None, initial=values_of(found))
    if form.is_valid() and form.did(
        lambda: actions.change_meeting(by=request.actor, meeting=found, **form.details())
    ):
        return go(request, "meetings:meeting", ref)
    back = reverse("meetings:meeting", args=[ref])
    frame = space_context(presence, request, tool="meetings:meetings")
    return page(request, "meetings/form.html", **frame, form=form, back=back, meeting=found)


@open_to(Audience.MEMBERS, methods=("POST",))
def off(request: ActorRequest, ref: str) -> HttpResponse:
    """It does not take place."""
    _, found = access_meeting(request.actor, ref, to="run")
    done = pgettext("meeting", "The others are told that it does not take place.")
    attempt(request, lambda: actions.call_off(by=request.actor, meeting=found), done)
    return go(request, "meetings:meeting", ref)
