"""One page, and its lock."""

from typing import Any

from django.http import HttpResponse

from opentwinning.core import richtext
from opentwinning.core.blocks import BlockKind
from opentwinning.core.places import panels
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.files.queries import content_url, files_in, shown_file
from opentwinning.workspace.files.vocabulary import FileKind
from opentwinning.workspace.pages.actions import lock_page
from opentwinning.workspace.pages.models import Page
from opentwinning.workspace.pages.policies import (
    may_administer_page,
    may_create_page,
    may_delete_page,
    may_edit_page,
    may_publish_page,
    may_set_up_page,
)
from opentwinning.workspace.pages.queries import (
    access_page,
    children_of,
    flaws_of,
    frames_in,
    thing_of,
)
from opentwinning.workspace.pages.views.sites import letting_in
from opentwinning.workspace.pages.vocabulary import PageState
from opentwinning.workspace.spaces.queries import Presence, space_context
from opentwinning.workspace.spaces.vocabulary import who_sees


@open_to(Audience.MEMBERS, methods=("GET",))
def read(request: ActorRequest, ref: str) -> HttpResponse:
    """The text with its files, who wrote it, and what the reader may do (T-11, T-23)."""
    presence, found = access_page(request.actor, ref)
    files = files_in(presence, found.text)
    may = _rights(presence, found)
    frames = frames_in(found.text, request.GET.get("show", ""))
    response = page(
        request,
        "pages/page.html",
        **space_context(presence, request, tool="pages:tree"),
        wiki_page=found,
        html=richtext.rendered(
            found.text, {f.ref: shown_file(f) for f in files}.get, frames=frames
        ),
        players=_players(files, found.text),
        children=children_of(presence, found),
        who=who_sees(found.place),
        may=may,
        flaws=flaws_of(found.text) if may["edit"] else None,
        is_draft=found.state == PageState.DRAFT,
        below=panels("space_thing", request.actor, thing_of(presence, found)),
    )
    return letting_in(request, response, frames)


def _rights(presence: Presence, found: Page) -> dict[str, bool]:
    member, space = presence.member, presence.space
    return {
        "edit": bool(may_edit_page(member, space, found)),
        "set_up": bool(may_set_up_page(member, space, found)),
        "delete": bool(may_delete_page(member, space, found)),
        "administer": bool(may_administer_page(member, space, found)),
        "publish": bool(may_publish_page(member, space, found)),
        "create": bool(may_create_page(member, space, found.place)),
    }


def _players(files: list[SpaceFile], text: str) -> list[dict[str, Any]]:
    """Films and sounds that the text links, to play on the page (T-23); those that play inside the
    text stand there only."""
    inside = {block.pieces[0].file for block in richtext.set_pieces(text, BlockKind.VIDEO)}
    return [
        {"kind": file.kind, "url": content_url(file), "name": file.name}
        for file in files
        if file.kind in {FileKind.VIDEO, FileKind.AUDIO} and file.ref not in inside
    ]


@open_to(Audience.MEMBERS, methods=("POST",))
def lock(request: ActorRequest, ref: str) -> HttpResponse:
    """Lock or unlock the page."""
    _, found = access_page(request.actor, ref, to="administer")
    lock_page(by=request.actor, page=found, is_locked=not found.is_locked)
    return go(request, "pages:page", ref)
