"""The list and the grid; setting, opening, closing and deleting activities; phases."""

from secrets import token_hex
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext

from opentwinning.core.addresses import reverse
from opentwinning.core.components.formats import country_name
from opentwinning.core.verdicts import Conflict, Refused, deny_unless, hidden
from opentwinning.core.web import ActorRequest, Audience, attempt, go, open_to, page
from opentwinning.facilities.drafts.actions import discard_draft
from opentwinning.facilities.drafts.queries import typed
from opentwinning.workspace.activities import actions
from opentwinning.workspace.activities.forms import ActivityForm, PhaseForm, written
from opentwinning.workspace.activities.models import Activity
from opentwinning.workspace.activities.policies import may_set_activities
from opentwinning.workspace.activities.queries import (
    access_activity,
    access_phase,
    access_trashed_activity,
    activities_in,
    grid_of,
    phases_of,
    schools_of,
    trash_of,
)
from opentwinning.workspace.activities.views.shown import about, standing
from opentwinning.workspace.spaces.queries import Presence, access_space, space_context

TOOL = "activities:activities"


@open_to(Audience.MEMBERS, methods=("GET",))
def activities(request: ActorRequest, ref: str) -> HttpResponse:
    """All activities in the order of their phases (T-06)."""
    presence = access_space(request.actor, ref)
    rows = [
        {
            **about(line.activity),
            "mine": standing(line.mine, line.activity),
            "waiting": line.waiting,
            "handed_in": line.handed_in,
            "is_for_me": line.activity.is_for(presence.member),
        }
        for line in activities_in(presence)
    ]
    return page(
        request,
        "activities/activities.html",
        **space_context(presence, request),
        rows=rows,
        has_phases=any(row["phase"] for row in rows),
        may_set=bool(may_set_activities(presence.member, presence.space)),
        undo=_undo(request),
    )


def _undo(request: ActorRequest) -> dict[str, str] | None:
    ref = request.GET.get("deleted", "")
    try:
        found = access_trashed_activity(request.actor, ref)[1] if ref else None
    except Refused:
        return None
    if found is None:
        return None
    text = pgettext("activity", "“%(title)s” is in the trash.") % {"title": found.title}
    return {"text": text, "action": reverse("activities:undelete", args=[ref])}


@open_to(Audience.MEMBERS, methods=("GET",))
def grid(request: ActorRequest, ref: str) -> HttpResponse:
    """Who handed in what, for teachers."""
    presence = access_space(request.actor, ref)
    if not presence.member.is_adult:
        raise Refused(hidden())
    found, rows = grid_of(presence)
    return page(
        request,
        "activities/grid.html",
        **space_context(presence, request, tool=TOOL),
        activities=[about(each) for each in found],
        rows=[
            {
                "name": row.member.shown_name,
                "where": f"{row.member.organisation_name}, {country_name(row.member.country)}",
                "cells": [
                    {"title": each.title, "standing": standing(done, each), "concerns": concerns}
                    for each, done, concerns in row.cells
                ],
            }
            for row in rows
        ],
    )


@open_to(Audience.MEMBERS)
def new(request: ActorRequest, ref: str) -> HttpResponse:
    """A teacher sets an activity; it begins as a draft."""
    presence = access_space(request.actor, ref, to_write=True)
    deny_unless(may_set_activities(presence.member, presence.space))
    key = f"activities:new:{ref}"
    begun = typed(request.actor, key) if request.method == "GET" else {}
    form = _form(request, presence, {**begun, "form_token": token_hex(12)})
    if form.is_valid():
        made = form.carry_out(
            lambda: actions.set_activity(
                by=request.actor,
                space=presence.space,
                plan=form.plan(),
                form_token=form.cleaned_data["form_token"],
            )
        )
        if made is not None:
            discard_draft(by=request.actor, key=key)
            return go(request, "activities:activity", made.ref)
    return _form_page(request, presence, form, key)


@open_to(Audience.MEMBERS)
def edit(request: ActorRequest, ref: str) -> HttpResponse:
    """Another text, time or school."""
    presence, found = access_activity(request.actor, ref, to="run")
    key = f"activities:edit:{ref}"
    begun = typed(request.actor, key) if request.method == "GET" else {}
    form = _form(request, presence, {**written(found), **begun})
    if form.is_valid() and _changed(request, found, form):
        discard_draft(by=request.actor, key=key)
        return go(request, "activities:activity", ref)
    return _form_page(request, presence, form, key, found)


def _changed(request: ActorRequest, found: Activity, form: ActivityForm) -> bool:
    try:
        return form.did(
            lambda: actions.change_activity(
                by=request.actor,
                activity=found,
                plan=form.plan(),
                version=form.cleaned_data["version"] or 0,
            )
        )
    except Conflict:
        form.add_error(
            None,
            pgettext(
                "activity",
                "This activity was changed elsewhere. What you typed is below. "
                "Compare it with the activity, then send it again.",
            ),
        )
        data = request.POST.copy()
        data["version"] = str(access_activity(request.actor, found.ref)[1].version)
        form.data = data
        return False


def _form(request: ActorRequest, presence: Presence, initial: dict[str, Any]) -> ActivityForm:
    return ActivityForm(
        request.POST or None,
        phases=phases_of(presence.space),
        schools=schools_of(presence.space),
        initial=initial,
    )


def _form_page(
    request: ActorRequest,
    presence: Presence,
    form: ActivityForm,
    key: str,
    activity: Activity | None = None,
) -> HttpResponse:
    space = presence.space.ref
    back = ("activities:activity", activity.ref) if activity else (TOOL, space)
    return page(
        request,
        "activities/form.html",
        **space_context(presence, request, tool=TOOL),
        form=form,
        activity=activity,
        draft_key=key,
        back=reverse(back[0], args=[back[1]]),
        preview_url=reverse("files:preview", args=[space]),
        images_url=reverse("files:pictures", args=[space]),
    )


@open_to(Audience.MEMBERS, methods=("POST",))
def open_(request: ActorRequest, ref: str) -> HttpResponse:
    """Everybody works on it from now on."""
    _, found = access_activity(request.actor, ref, to="run")
    attempt(request, lambda: actions.open_activity(by=request.actor, activity=found))
    return go(request, "activities:activity", ref)


@open_to(Audience.MEMBERS, methods=("POST",))
def close(request: ActorRequest, ref: str) -> HttpResponse:
    """Nothing is handed in any more."""
    _, found = access_activity(request.actor, ref, to="run")
    attempt(request, lambda: actions.close_activity(by=request.actor, activity=found))
    return go(request, "activities:activity", ref)


@open_to(Audience.MEMBERS, methods=("POST",))
def delete(request: ActorRequest, ref: str) -> HttpResponse:
    """Into the trash; the list offers to undo."""
    presence, found = access_activity(request.actor, ref, to="run")
    actions.delete_activity(by=request.actor, activity=found)
    return redirect(f"{reverse(TOOL, args=[presence.space.ref])}?deleted={ref}")


@open_to(Audience.MEMBERS, methods=("POST",))
def undelete(request: ActorRequest, ref: str) -> HttpResponse:
    """Out of the trash."""
    _, found = access_trashed_activity(request.actor, ref)
    actions.undelete_activity(by=request.actor, activity=found)
    messages.success(request, pgettext("activity", "The activity is back."))
    return go(request, "activities:activity", ref)


@open_to(Audience.MEMBERS, methods=("GET",))
def trash(request: ActorRequest, ref: str) -> HttpResponse:
    """Deleted activities the member may take back."""
    presence = access_space(request.actor, ref)
    frame = space_context(presence, request, tool=TOOL)
    return page(request, "activities/trash.html", **frame, activities=trash_of(presence)[:200])


@open_to(Audience.MEMBERS)
def phases(request: ActorRequest, ref: str) -> HttpResponse:
    """The steps of the project, in their order."""
    presence = access_space(request.actor, ref, to_write=True)
    deny_unless(may_set_activities(presence.member, presence.space))
    form = PhaseForm(request.POST or None)
    if form.is_valid() and form.did(
        lambda: actions.add_phase(
            by=request.actor, space=presence.space, title=form.cleaned_data["title"]
        )
    ):
        return go(request, "activities:phases", ref)
    frame = space_context(presence, request, tool=TOOL)
    found = phases_of(presence.space)
    return page(request, "activities/phases.html", **frame, form=form, phases=found)


@open_to(Audience.MEMBERS, methods=("POST",))
def move(request: ActorRequest, ref: str, way: str) -> HttpResponse:
    """A phase comes earlier or later."""
    presence, found = access_phase(request.actor, ref)
    actions.move_phase(by=request.actor, phase=found, is_up=way == "up")
    return go(request, "activities:phases", presence.space.ref)


@open_to(Audience.MEMBERS, methods=("POST",))
def remove(request: ActorRequest, ref: str) -> HttpResponse:
    """A phase goes; its activities stay."""
    presence, found = access_phase(request.actor, ref)
    actions.remove_phase(by=request.actor, phase=found)
    return go(request, "activities:phases", presence.space.ref)
