"""The tree, moving by buttons, the trash."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext

from opentwinning.core.addresses import reverse
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.workspace.pages.actions import delete_page, move_page, place_page, undelete_page
from opentwinning.workspace.pages.models import Page
from opentwinning.workspace.pages.policies import may_arrange_pages, may_create_page
from opentwinning.workspace.pages.queries import (
    access_page,
    access_trashed_page,
    page_tree,
    place_in_tree,
    trash_of,
)
from opentwinning.workspace.pages.vocabulary import Direction, Spot
from opentwinning.workspace.spaces.queries import (
    Presence,
    access_space,
    places_writable_by,
    space_context,
)


@open_to(Audience.MEMBERS, methods=("GET",))
def tree(request: ActorRequest, ref: str) -> HttpResponse:
    """All pages the member may read, three levels deep (T-08, T-11)."""
    presence = access_space(request.actor, ref)
    branches = page_tree(presence)
    places = places_writable_by(presence)
    return page(
        request,
        "pages/tree.html",
        **space_context(presence, request),
        branches=branches,
        may_arrange=bool(may_arrange_pages(presence.member, presence.space)),
        may_create=any(may_create_page(presence.member, presence.space, p) for p in places),
        undo=_undo(request),
    )


def _undo(request: ActorRequest) -> dict[str, str] | None:
    ref = request.GET.get("deleted", "")
    if not ref:
        return None
    try:
        _, found = access_trashed_page(request.actor, ref)
    except Refused:
        return None
    text = pgettext("pages", "“%(title)s” is in the trash.") % {"title": found.title}
    return {"text": text, "action": reverse("pages:undelete", args=[ref])}


@open_to(Audience.MEMBERS, methods=("POST",))
def move(request: ActorRequest, ref: str) -> HttpResponse:
    """One step up, down, in or out; or beside another page. What came of it is said."""
    presence, found = access_page(request.actor, ref)
    direction, where = request.POST.get("direction", ""), request.POST.get("where", "")
    try:
        if where in set(Spot):
            beside = request.POST.get("beside", "")
            place_page(by=request.actor, page=found, beside=beside, where=where)
        else:
            move_page(
                by=request.actor,
                page=found,
                direction=direction if direction in set(Direction) else Direction.DOWN,
            )
    except Invalid as problem:
        messages.warning(request, str(problem.message))
    else:
        messages.success(request, _said(presence, found))
    return go(request, "pages:tree", presence.space.ref, anchor=found.ref)


def _said(presence: Presence, moved: Page) -> str:
    place, among, above = place_in_tree(page_tree(presence), moved)
    facts = {"title": moved.title, "place": place, "all": among}
    if above is None:
        return pgettext("pages", "“%(title)s” is now number %(place)s of %(all)s.") % facts
    facts["above"] = above.page.title
    return (
        pgettext("pages", "“%(title)s” is now number %(place)s of %(all)s under “%(above)s”.")
        % facts
    )


@open_to(Audience.MEMBERS, methods=("POST",))
def delete(request: ActorRequest, ref: str) -> HttpResponse:
    """Into the trash; the tree offers to undo."""
    presence, found = access_page(request.actor, ref, to="delete")
    delete_page(by=request.actor, page=found)
    return redirect(f"{reverse('pages:tree', args=[presence.space.ref])}?deleted={ref}")


@open_to(Audience.MEMBERS, methods=("POST",))
def undelete(request: ActorRequest, ref: str) -> HttpResponse:
    """Out of the trash."""
    _, found = access_trashed_page(request.actor, ref)
    undelete_page(by=request.actor, page=found)
    messages.success(request, pgettext("pages", "The page is back."))
    return go(request, "pages:page", ref)


@open_to(Audience.MEMBERS, methods=("GET",))
def trash(request: ActorRequest, ref: str) -> HttpResponse:
    """Deleted pages the member may take back."""
    presence = access_space(request.actor, ref)
    return page(
        request,
        "pages/trash.html",
        **space_context(presence, request, tool="pages:tree"),
        pages=list(trash_of(presence)[:200]),
    )
