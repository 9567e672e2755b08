"""Writing a page: new, edit with conflict, settings."""

from secrets import token_hex
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.utils.translation import pgettext

from opentwinning.core import richtext
from opentwinning.core.addresses import reverse
from opentwinning.core.lines import ticket_for
from opentwinning.core.verdicts import Conflict, deny_unless
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.facilities.drafts.actions import discard_draft
from opentwinning.facilities.drafts.queries import typed
from opentwinning.workspace.files.queries import file_address
from opentwinning.workspace.pages.actions import (
    create_page,
    finish_page,
    save_page,
    set_up_page,
    settle_page,
)
from opentwinning.workspace.pages.forms import EditForm, NewPageForm, WhoForm, who_writes
from opentwinning.workspace.pages.models import Page
from opentwinning.workspace.pages.policies import may_create_page, may_set_up_page
from opentwinning.workspace.pages.queries import (
    access_page,
    compared,
    flaws_of,
    is_unsettled,
    merged,
    page_tree,
    starts,
    version_of,
)
from opentwinning.workspace.spaces.queries import (
    Presence,
    access_space,
    members_of,
    places_writable_by,
    space_context,
)
from opentwinning.workspace.spaces.vocabulary import SpacePlace, who_sees


@open_to(Audience.MEMBERS)
def new(request: ActorRequest, ref: str) -> HttpResponse:
    """A new page."""
    presence = access_space(request.actor, ref, to_write=True)
    deny_unless(may_create_page(presence.member, presence.space, SpacePlace.WHOLE))
    key = f"pages:new:{ref}"
    begun = typed(request.actor, key) if request.method == "GET" else {}
    form = NewPageForm(
        request.POST or None,
        places=places_writable_by(presence),
        tree=page_tree(presence),
        initial={
            "place": request.GET.get("place", SpacePlace.WHOLE),
            "parent": request.GET.get("parent", ""),
            **_begin_with(request),
            **begun,
            "form_token": token_hex(12),
        },
    )
    if "preview" not in request.POST and form.is_valid():
        made = form.carry_out(
            lambda: create_page(by=request.actor, space=presence.space, **form.details())
        )
        if made is not None:
            discard_draft(by=request.actor, key=key)
            return go(request, "pages:page", made.ref)
    return _editor(request, presence, form, key=key, is_restored=bool(begun))


def _begin_with(request: ActorRequest) -> dict[str, str]:
    """Title and text of the template she chose; what she began herself is stronger."""
    chosen = starts().get(request.GET.get("start", ""))
    return {"title": chosen.title, "text": chosen.text} if chosen else {}


def _starts(request: ActorRequest) -> list[dict[str, Any]]:
    """Links to begin again with a template, at the same place of the tree."""
    kept = {name: request.GET[name] for name in ("place", "parent") if request.GET.get(name)}
    chosen = request.GET.get("start", "")
    rows = [("", pgettext("pages", "Empty page"))]
    rows += [(each.key, each.title) for each in starts().values()]
    return [
        {"label": label, "url": f"?{urlencode(kept | {'start': key})}", "current": key == chosen}
        for key, label in rows
    ]


@open_to(Audience.MEMBERS)
def edit(request: ActorRequest, ref: str) -> HttpResponse:
    """Write on a page; a newer version elsewhere leads to the conflict screen (G7)."""
    presence, found = access_page(request.actor, ref, to="edit")
    key = f"pages:edit:{ref}"
    stored = {"title": found.title, "text": found.text, "version": found.version}
    begun = {} if request.GET.get("fresh") else typed(request.actor, key)
    form = EditForm(request.POST or None, initial={**stored, **begun})
    if request.method == "POST":
        if is_unsettled(found):
            settle_page(by=request.actor, page=found)
        if "together" in request.POST:
            return _finished(request, form, presence, found)
    if "preview" not in request.POST and form.is_valid():
        try:
            saved = form.carry_out(
                lambda: save_page(
                    by=request.actor,
                    page=found,
                    title=form.cleaned_data["title"],
                    text=form.cleaned_data["text"],
                    version=form.cleaned_data["version"] or 0,
                )
            )
        except Conflict:
            return _conflict(request, presence, form, ref)
        if saved is not None:
            discard_draft(by=request.actor, key=key)
            _warn(request, saved)
            return go(request, "pages:page", ref)
    is_restored = request.method == "GET" and begun.get("text", found.text) != found.text
    return _editor(request, presence, form, key=key, found=found, is_restored=is_restored)


def _finished(
    request: ActorRequest, form: EditForm, presence: Presence, found: Page
) -> HttpResponse:
    """The text was kept while it was written; the form brings the title only."""
    form.fields["text"].required = False
    title = form.cleaned_data["title"] if form.is_valid() else ""
    saved = form.carry_out(lambda: finish_page(by=request.actor, page=found, title=title))
    if saved is None:
        return _editor(request, presence, form, key=f"pages:edit:{found.ref}", found=found)
    _warn(request, saved)
    return go(request, "pages:page", found.ref)


@open_to(Audience.MEMBERS, methods=("GET",))
def together(request: ActorRequest, ref: str) -> HttpResponse:
    """Where the socket of this page is, for whoever may write it now; a refusal says why."""
    access_page(request.actor, ref, to="edit")
    return JsonResponse(
        {
            "socket": f"{settings.LIVE_ADDRESS}/live/page/{ref}",
            "ticket": ticket_for(request.actor, "page", ref),
        }
    )


def _warn(request: ActorRequest, saved: Page) -> None:
    messages.success(request, pgettext("pages", "Saved."))
    if flaws_of(saved.text):
        messages.warning(
            request,
            pgettext("pages", "Some readers will miss something. See “Check this page” below."),
        )


def _editor(
    request: ActorRequest,
    presence: Presence,
    form: EditForm,
    *,
    key: str,
    found: Page | None = None,
    is_restored: bool = False,
) -> HttpResponse:
    preview = None
    if "preview" in request.POST:
        text = request.POST.get("text", "")
        preview = richtext.rendered(text, file_address(presence, text))
    place = found.place if found else str(form["place"].value() or SpacePlace.WHOLE)
    return page(
        request,
        "pages/editor.html",
        status=200 if preview is not None else None,
        **space_context(presence, request, tool="pages:tree"),
        **_addresses(presence),
        form=form,
        wiki_page=found,
        draft_key=key,
        is_restored=is_restored,
        preview=preview,
        starts=_starts(request) if found is None and not (is_restored or request.POST) else None,
        flaws=flaws_of(str(form["text"].value() or "")),
        is_live=_is_live(request, found) and not is_restored,
        who=who_sees(place if place in set(SpacePlace) else SpacePlace.WHOLE),
    )


def _is_live(request: ActorRequest, found: Page | None) -> bool:
    """Whether the page is written together: it stands, there are sockets, and she did not ask for
    plain text."""
    wanted = not request.POST and "alone" not in request.GET
    return bool(settings.LIVE_ADDRESS) and found is not None and wanted


def _addresses(presence: Presence) -> dict[str, Any]:
    return {
        "preview_url": reverse("files:preview", args=[presence.space.ref]),
        "images_url": reverse("files:pictures", args=[presence.space.ref]),
    }


def _conflict(request: ActorRequest, presence: Presence, form: EditForm, ref: str) -> HttpResponse:
    """Both texts side by side, and one that holds the changes of both."""
    _, current = access_page(request.actor, ref, to="edit")
    mine = form.cleaned_data
    base = version_of(current, mine["version"] or 0)
    text, is_doubled = merged(base.text if base else "", mine["text"], current.text)
    return page(
        request,
        "pages/conflict.html",
        status=409,
        **space_context(presence, request, tool="pages:tree"),
        **_addresses(presence),
        wiki_page=current,
        mine=mine,
        pieces=compared(current.text, mine["text"]),
        both=EditForm(initial={"title": mine["title"], "text": text, "version": current.version}),
        is_doubled=is_doubled,
        draft_key=f"pages:edit:{ref}",
        who=who_sees(current.place),
    )


@open_to(Audience.MEMBERS)
def set_up(request: ActorRequest, ref: str) -> HttpResponse:
    """Who sees the page and who may write it."""
    presence, found = access_page(request.actor, ref, to="edit")
    deny_unless(may_set_up_page(presence.member, presence.space, found))
    places = places_writable_by(presence)
    form = WhoForm(
        request.POST or None,
        places=places,
        members=members_of(presence.space),
        initial={"place": found.place, "state": found.state, **who_writes(found)},
    )
    if form.is_valid() and (
        form.carry_out(lambda: set_up_page(by=request.actor, page=found, **form.details()))
        is not None
    ):
        return go(request, "pages:page", ref)
    return page(
        request,
        "pages/set_up.html",
        **space_context(presence, request, tool="pages:tree"),
        form=form,
        wiki_page=found,
    )
