"""The list of threads, a new one, the rule about pupils."""

import datetime as dt
from secrets import token_hex
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.utils.dateparse import parse_datetime
from django.utils.translation import npgettext, pgettext

from opentwinning.core.addresses import reverse
from opentwinning.core.components import formats
from opentwinning.core.components.avatar import DRAWINGS
from opentwinning.core.templatetags.ot import local_time
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.facilities.drafts.actions import discard_draft
from opentwinning.facilities.drafts.queries import typed
from opentwinning.workspace.forums.actions import open_thread
from opentwinning.workspace.forums.forms import RulesForm, ThreadForm
from opentwinning.workspace.forums.policies import may_open_thread
from opentwinning.workspace.forums.queries import ThreadLine, access_trashed_thread, threads_in
from opentwinning.workspace.forums.vocabulary import THREADS_PER_PAGE
from opentwinning.workspace.spaces.actions import set_space_rules
from opentwinning.workspace.spaces.policies import may_administer_space
from opentwinning.workspace.spaces.queries import (
    Presence,
    access_space,
    places_readable_by,
    places_writable_by,
    space_context,
)
from opentwinning.workspace.spaces.vocabulary import PLACE_LABELS, SpacePlace


@open_to(Audience.MEMBERS, methods=("GET",))
def talk(request: ActorRequest, ref: str) -> HttpResponse:
    """Threads with what is new, latest first (T-19)."""
    presence = access_space(request.actor, ref)
    place = request.GET.get("place", "")
    place = place if place in set(SpacePlace) else ""
    lines = threads_in(presence, place=place, before=_before(request))
    has_more = len(lines) > THREADS_PER_PAGE
    lines = lines[:THREADS_PER_PAGE]
    return page(
        request,
        "forums/talk.html",
        **space_context(presence, request),
        rows=[_row(line) for line in lines],
        tabs=_tabs(presence, place),
        place=place,
        more=_key(lines[-1].thread.last_at, lines[-1].thread.pk) if has_more else "",
        may_open=bool(_open_places(presence)),
        may_rule=bool(may_administer_space(presence.member, presence.space)),
        rules=RulesForm(
            initial={"pupils_may_open_threads": presence.space.pupils_may_open_threads}
        ),
        undo=_undo(request),
    )


def _row(line: ThreadLine) -> dict[str, Any]:
    """Plain values, so that thirty lines cost little to show."""
    thread, count = line.thread, line.thread.last_number - 1
    address = reverse("forums:thread", args=[thread.ref])
    if line.unread and line.read_to > 10:
        address += f"?after={line.read_to - 3}#new"
    new = npgettext("forum", "%(count)s new", "%(count)s new", line.unread)
    replies = npgettext("forum", "%(count)s reply", "%(count)s replies", count)
    return {
        "thread": thread,
        "url": address,
        "new": (pgettext("forum", "New") if line.is_new else new % {"count": line.unread})
        if line.unread
        else "",
        "drawing": f"p{formats.pick(thread.author.ref, DRAWINGS):02}",
        "name": thread.author.shown_name,
        "code": thread.author.country,
        "country": formats.country_name(thread.author.country),
        "replies": replies % {"count": count},
        "last": pgettext("forum", "last by %(name)s") % {"name": thread.last_by.shown_name},
        "at": local_time(thread.last_at),
        "place": "" if thread.place == SpacePlace.WHOLE else thread.place,
    }


def _open_places(presence: Presence) -> list[SpacePlace]:
    member, space = presence.member, presence.space
    return [p for p in places_writable_by(presence) if may_open_thread(member, space, p)]


def _key(at: dt.datetime, pk: int) -> str:
    return f"{at.isoformat()}_{pk}"


def _before(request: ActorRequest) -> tuple[dt.datetime, int] | None:
    moment, _, pk = request.GET.get("before", "").partition("_")
    try:
        at = parse_datetime(moment)
    except ValueError:
        at = None
    return (at, int(pk)) if at is not None and at.tzinfo and pk.isdigit() else None


def _tabs(presence: Presence, place: str) -> list[dict[str, Any]]:
    base = reverse("forums:talk", args=[presence.space.ref])
    places = places_readable_by(presence.member)
    return [{"label": pgettext("forum", "All"), "url": base, "current": not place}] + [
        {"label": PLACE_LABELS[p], "url": f"{base}?place={p}", "current": place == p}
        for p in places
    ]


def _undo(request: ActorRequest) -> dict[str, str] | None:
    ref = request.GET.get("deleted", "")
    if not ref:
        return None
    try:
        _, thread = access_trashed_thread(request.actor, ref)
    except Refused:
        return None
    text = pgettext("forum", "“%(title)s” is in the trash.") % {"title": thread.title}
    return {"text": text, "action": reverse("forums:undelete", args=[ref])}


@open_to(Audience.MEMBERS)
def new(request: ActorRequest, ref: str) -> HttpResponse:
    """Begin a talk."""
    presence = access_space(request.actor, ref, to_write=True)
    places = _open_places(presence)
    if not places:
        deny_unless(may_open_thread(presence.member, presence.space, SpacePlace.WHOLE))
        deny_unless(hidden())
    key = f"forums:new:{ref}"
    begun = typed(request.actor, key) if request.method == "GET" else {}
    wanted = request.GET.get("place", "")
    first = {"place": wanted} if wanted in places else {}
    form = ThreadForm(
        request.POST or None,
        places=places,
        initial={**first, **begun, "form_token": token_hex(12)},
    )
    if form.is_valid():
        made = form.carry_out(
            lambda: open_thread(by=request.actor, space=presence.space, **form.details())
        )
        if made is not None:
            discard_draft(by=request.actor, key=key)
            return go(request, "forums:thread", made.ref)
    return page(
        request,
        "forums/thread_new.html",
        **space_context(presence, request, tool="forums:talk"),
        form=form,
        draft_key=key,
        preview_url=reverse("files:preview", args=[ref]),
        images_url=reverse("files:pictures", args=[ref]),
    )


@open_to(Audience.MEMBERS, methods=("POST",))
def rules(request: ActorRequest, ref: str) -> HttpResponse:
    """May pupils begin talks? Project admins decide."""
    presence = access_space(request.actor, ref)
    deny_unless(may_administer_space(presence.member, presence.space))
    form = RulesForm(request.POST)
    if form.is_valid():
        set_space_rules(by=request.actor, space=presence.space, **form.details())
        messages.success(request, pgettext("forum", "The rule is saved."))
    return go(request, "forums:talk", ref)
