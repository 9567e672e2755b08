"""One event: reading, cancelling, deleting and taking back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext

from opentwinning.core import richtext
from opentwinning.core.addresses import reverse
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.workspace.calendar.actions import cancel_event, delete_event, undelete_event
from opentwinning.workspace.calendar.policies import may_change_event, may_delete_event
from opentwinning.workspace.calendar.queries import (
    access_event,
    access_trashed_event,
    trash_of,
    zones_of,
)
from opentwinning.workspace.calendar.views.rows import shown
from opentwinning.workspace.files.queries import file_address
from opentwinning.workspace.spaces.queries import access_space, space_context
from opentwinning.workspace.spaces.vocabulary import who_sees


@open_to(Audience.MEMBERS, methods=("GET",))
def read(request: ActorRequest, ref: str) -> HttpResponse:
    """When it is for each partner, where, and what it is about."""
    presence, event = access_event(request.actor, ref)
    frame = space_context(presence, request, tool="calendar:calendar")
    member, space = presence.member, presence.space
    return page(
        request,
        "calendar/event.html",
        **frame,
        event=event,
        item=shown(event, zones_of(frame["space"].countries)),
        html=richtext.rendered(event.text, file_address(presence, event.text)),
        who=who_sees(event.place),
        is_own=event.author_id == member.pk,
        may_change=bool(may_change_event(member, space, event)),
        may_delete=bool(may_delete_event(member, space, event)),
    )


@open_to(Audience.MEMBERS, methods=("POST",))
def cancel(request: ActorRequest, ref: str) -> HttpResponse:
    """It does not take place; pressed again, it does."""
    _, event = access_event(request.actor, ref, to="change")
    cancel_event(by=request.actor, event=event, is_cancelled=not event.is_cancelled)
    return go(request, "calendar:event", ref)


@open_to(Audience.MEMBERS, methods=("POST",))
def delete(request: ActorRequest, ref: str) -> HttpResponse:
    """Into the trash; the calendar offers to undo."""
    presence, event = access_event(request.actor, ref, to="delete")
    delete_event(by=request.actor, event=event)
    return redirect(f"{reverse('calendar:calendar', args=[presence.space.ref])}?deleted={ref}")


@open_to(Audience.MEMBERS, methods=("POST",))
def undelete(request: ActorRequest, ref: str) -> HttpResponse:
    """Out of the trash."""
    _, event = access_trashed_event(request.actor, ref)
    undelete_event(by=request.actor, event=event)
    messages.success(request, pgettext("calendar", "The event is back."))
    return go(request, "calendar:event", ref)


@open_to(Audience.MEMBERS, methods=("GET",))
def trash(request: ActorRequest, ref: str) -> HttpResponse:
    """Deleted events the member may take back."""
    presence = access_space(request.actor, ref)
    frame = space_context(presence, request, tool="calendar:calendar")
    zones: dict[str, str] = {}
    rows = [shown(each, zones) for each in trash_of(presence)[:200]]
    return page(request, "calendar/trash.html", **frame, rows=rows)
