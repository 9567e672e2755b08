"""Planning an event and changing it."""

import datetime as dt
from secrets import token_hex
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import pgettext

from opentwinning.core.addresses import reverse
from opentwinning.core.verdicts import Conflict, deny_unless
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.facilities.drafts.actions import discard_draft
from opentwinning.facilities.drafts.queries import typed
from opentwinning.workspace.calendar.actions import change_event, plan_event
from opentwinning.workspace.calendar.forms import ChangeEventForm, EventForm
from opentwinning.workspace.calendar.forms.event import written
from opentwinning.workspace.calendar.models import Event
from opentwinning.workspace.calendar.policies import may_plan_event
from opentwinning.workspace.calendar.queries import access_event, zones_of
from opentwinning.workspace.spaces.queries import Presence, access_space, space_context


@open_to(Audience.MEMBERS)
def new(request: ActorRequest, ref: str) -> HttpResponse:
    """Plan an event (T-04)."""
    presence = access_space(request.actor, ref, to_write=True)
    deny_unless(may_plan_event(presence.member, presence.space))
    key = f"calendar:new:{ref}"
    begun = typed(request.actor, key) if request.method == "GET" else {}
    first: dict[str, Any] = {"first_day": _day(request.GET.get("day", ""))}
    first |= {name: _clock(request.GET.get(name, "")) for name in ("begins", "ends")}
    form = EventForm(request.POST or None, initial={**first, **begun, "form_token": token_hex(12)})
    if form.is_valid():
        made = form.carry_out(
            lambda: plan_event(by=request.actor, space=presence.space, **form.details())
        )
        if made is not None:
            discard_draft(by=request.actor, key=key)
            messages.success(request, pgettext("calendar", "It is in the calendar."))
            return go(request, "calendar:event", made.ref)
    return _composer(request, presence, form, key)


@open_to(Audience.MEMBERS)
def edit(request: ActorRequest, ref: str) -> HttpResponse:
    """Another text or time."""
    presence, event = access_event(request.actor, ref, to="change")
    key = f"calendar:edit:{ref}"
    begun = typed(request.actor, key) if request.method == "GET" else {}
    form = ChangeEventForm(request.POST or None, initial={**written(event), **begun})
    if form.is_valid() and _changed(request, event, form):
        discard_draft(by=request.actor, key=key)
        return go(request, "calendar:event", ref)
    return _composer(request, presence, form, key, event)


def _changed(request: ActorRequest, event: Event, form: ChangeEventForm) -> bool:
    try:
        return form.did(lambda: change_event(by=request.actor, event=event, **form.details()))
    except Conflict:
        form.add_error(
            None,
            pgettext(
                "calendar",
                "This event was changed elsewhere. What you typed is below. "
                "Compare it with the event, then send it again.",
            ),
        )
        data = request.POST.copy()
        data["version"] = str(access_event(request.actor, event.ref)[1].version)
        form.data = data
        return False


def _composer(
    request: ActorRequest,
    presence: Presence,
    form: EventForm,
    key: str,
    event: Event | None = None,
) -> HttpResponse:
    frame = space_context(presence, request, tool="calendar:calendar")
    space = presence.space.ref
    back = ("calendar:event", event.ref) if event else ("calendar:calendar", space)
    zones = zones_of(frame["space"].countries).values()
    here = timezone.get_current_timezone_name()
    return page(
        request,
        "calendar/form.html",
        **frame,
        form=form,
        event=event,
        draft_key=key,
        zone=here.rpartition("/")[2].replace("_", " "),
        has_other_zones=any(zone != here for zone in zones),
        back=reverse(back[0], args=[back[1]]),
        preview_url=reverse("files:preview", args=[space]),
        images_url=reverse("files:pictures", args=[space]),
    )


def _day(said: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(said)
    except ValueError:
        return None


def _clock(said: str) -> dt.time | None:
    try:
        return dt.time.fromisoformat(said)
    except ValueError:
        return None
