"""Where a TwinSpace begins: for teachers, for pupils, for younger pupils (pages 61–64)."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext

from opentwinning.collaboration.projects.queries import due_day_of
from opentwinning.collaboration.projects.vocabulary import ProjectState
from opentwinning.collaboration.twinspaces.actions import close_guide
from opentwinning.collaboration.twinspaces.models import TwinSpace
from opentwinning.collaboration.twinspaces.queries import (
    Visit,
    access_twinspace,
    clocks_of,
    first_visit_of,
    has_closed_guide,
    news_of,
    schools_in,
    since_last_visit,
    twinspaces_of,
)
from opentwinning.core.addresses import reverse
from opentwinning.core.places import panels
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.people.pupils.queries import pupil_of
from opentwinning.people.pupils.vocabulary import YOUNG_AGES
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.files.queries import content_url
from opentwinning.workspace.spaces.queries import space_context
from opentwinning.workspace.spaces.vocabulary import SpacePlace, SpaceState


@open_to(Audience.MEMBERS, methods=("GET",))
def mine(request: ActorRequest) -> HttpResponse:
    """X-41: one TwinSpace, go straight in; several, a list in three groups."""
    known = list(twinspaces_of(request.actor))
    if len(known) == 1:
        return redirect(reverse("twinspaces:home", args=[known[0].space.ref]))
    if request.actor.is_pupil:
        young = pupil_of(request.actor).school_class.age_band in YOUNG_AGES
        return page(request, "twinspaces/mine_pupil.html", twinspaces=known, young=young)
    return page(request, "twinspaces/mine.html", groups=_groups(known))


def _groups(known: list[TwinSpace]) -> list[dict[str, Any]]:
    def in_state(*, is_open: bool, archived: bool) -> list[TwinSpace]:
        return [
            t
            for t in known
            if (t.space.state == SpaceState.OPEN) == is_open
            and (t.project.state == ProjectState.ARCHIVED) == archived
        ]

    groups = [
        {
            "label": pgettext("twinspace", "Open"),
            "twinspaces": in_state(is_open=True, archived=False),
        },
        {
            "label": pgettext("twinspace", "Closed: read only"),
            "twinspaces": in_state(is_open=False, archived=False),
        },
        {
            "label": pgettext("twinspace", "Archived"),
            "twinspaces": in_state(is_open=False, archived=True),
        },
    ]
    return [group for group in groups if group["twinspaces"]]


@open_to(Audience.MEMBERS, methods=("GET",))
def home(request: ActorRequest, ref: str) -> HttpResponse:
    """One address for everybody; what stands there depends on who reads."""
    visit = access_twinspace(request.actor, ref)
    if visit.member.is_pupil and pupil_of(request.actor).school_class.age_band in YOUNG_AGES:
        context = _common(request, visit, place="young_home")
        return page(request, "twinspaces/home_young.html", young=True, **context)
    context = _common(request, visit)
    if visit.member.is_pupil:
        return page(request, "twinspaces/home_pupil.html", news=news_of(visit.presence), **context)
    return page(
        request,
        "twinspaces/home.html",
        news=news_of(visit.presence),
        schools=schools_in(visit.presence.space),
        clocks=clocks_of(context["space"].countries),
        guide=[] if has_closed_guide(visit.member) else _guide(request, visit),
        **context,
    )


def _common(request: ActorRequest, visit: Visit, place: str = "space_home") -> dict[str, Any]:
    cover = visit.twinspace.cover
    return {
        **space_context(visit.presence, request, tool="twinspaces:home"),
        "twinspace": visit.twinspace,
        "due_at": due_day_of(visit.twinspace.project),
        "project_key": visit.twinspace.project.ref,
        "cover": _picture(cover),
        "since": since_last_visit(request.session, visit.presence.space.ref),
        "panels": panels(place, request.actor, visit.presence),
    }


def _picture(cover: SpaceFile | None) -> dict[str, str] | None:
    if cover is None or cover.deleted_at is not None or cover.is_held or cover.is_closed:
        return None
    return {"url": content_url(cover), "alt": cover.alt_text}


def _guide(request: ActorRequest, visit: Visit) -> list[dict[str, str]]:
    """The checklist of the first visit: five steps, the first one done for her (T-16)."""
    if visit.presence.space.state != SpaceState.OPEN:
        return []
    ref = visit.presence.space.ref
    done = first_visit_of(request.actor, visit.presence.space)
    people = reverse("twinspaces:people", args=[ref])
    steps = [
        (True, pgettext("guide", "Your TwinSpace is open"), "", ""),
        (
            done.has_brought_pupils,
            pgettext("guide", "Bring your class"),
            people,
            pgettext("guide", "Nicknames and the country are all that partners see."),
        ),
        (
            done.has_printed_cards,
            pgettext("guide", "Print cards for your pupils"),
            reverse("pupils:classes"),
            pgettext("guide", "With a card they are in within a minute."),
        ),
        (
            done.has_page,
            pgettext("guide", "Write the first page together"),
            reverse("pages:new", args=[ref]),
            pgettext("guide", "A greeting of each class is a good beginning."),
        ),
        (
            done.has_said_hello,
            pgettext("guide", "Say hello in the diary"),
            reverse("posts:new", args=[ref, SpacePlace.WHOLE]),
            pgettext("guide", "Tell in three sentences who you are."),
        ),
    ]
    if all(step[0] for step in steps):
        return []
    return [
        {
            "label": label,
            "url": url,
            "hint": hint,
            "state": pgettext("guide", "Done") if is_done else pgettext("guide", "To do"),
            "tone": "success" if is_done else "neutral",
        }
        for is_done, label, url, hint in steps
    ]


@open_to(Audience.MEMBERS, methods=("GET",))
def today(request: ActorRequest, ref: str) -> HttpResponse:
    """The first tile of younger pupils: the newest things, large."""
    visit = access_twinspace(request.actor, ref)
    young = visit.member.is_pupil and pupil_of(request.actor).school_class.age_band in YOUNG_AGES
    return page(
        request,
        "twinspaces/today.html",
        news=news_of(visit.presence)[:6],
        young=young,
        home_of_space=reverse("twinspaces:home", args=[ref]),
        title=visit.presence.space.title,
    )


@open_to(Audience.EDUCATORS, methods=("POST",))
def end_guide(request: ActorRequest, ref: str) -> HttpResponse:
    """She knows her way."""
    visit = access_twinspace(request.actor, ref, for_adults=True)
    close_guide(by=request.actor, member=visit.member)
    return go(request, "twinspaces:home", ref)
