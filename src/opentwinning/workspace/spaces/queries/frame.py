"""What every page inside a space shows around its content."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import pgettext

from opentwinning.core.addresses import reverse
from opentwinning.core.places import SPACE_OWNERS, SPACE_TOOLS, SpaceTool
from opentwinning.core.prepared import prepared
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.queries.access import Presence
from opentwinning.workspace.spaces.vocabulary import SpaceState


@dataclass(frozen=True, slots=True)
class SpaceFrame:
    """The bar "you are in": names and addresses only, so templates cannot reach rows."""

    ref: str
    name: str
    url: str
    key: str
    countries: tuple[str, ...]
    note: str
    is_read_only: bool
    leave_url: str = ""
    leave_label: str = ""
    lang: str = ""


def space_context(presence: Presence, request: HttpRequest, *, tool: str = "") -> dict[str, Any]:
    """Context of ``core/space.html``: space, member, presence and the two menus.

    ``tool`` is the URL name of the menu entry to mark as current, when the address itself is
    not one.
    """
    match = request.resolver_match
    current = tool or (match.view_name if match else "")
    entries = [t for t in SPACE_TOOLS if t.visible_to(presence)]
    return {
        "presence": presence,
        "member": presence.member,
        "space": frame_of(presence.space),
        "space_menu": [_item(t, presence, current) for t in entries if not t.is_staff_only],
        "staff_menu": [_item(t, presence, current) for t in entries if t.is_staff_only],
    }


@prepared
def _countries(space: int) -> QuerySet[Member, str]:
    running = Member.objects.filter(space_id=space, left_at=None).order_by("country")
    return running.values_list("country", flat=True).distinct()


def frame_of(space: Space) -> SpaceFrame:
    """The frame of one space; its owner names it and tells where it begins."""
    title, url = space.title, ""
    for owner in SPACE_OWNERS:
        if (found := owner(space.pk)) is not None:
            title, url = found
            break
    read_only = space.state != SpaceState.OPEN
    return SpaceFrame(
        ref=space.ref,
        name=title,
        url=url or "#main",
        key=space.ref,
        countries=tuple(code for code in _countries(space.pk) if code),
        note=pgettext("space", "Read-only") if read_only else "",
        is_read_only=read_only,
    )


def _item(tool: SpaceTool, presence: Presence, current: str) -> dict[str, Any]:
    return {
        "label": str(tool.label),
        "url": reverse(tool.url_name, args=[presence.space.ref]),
        "icon": tool.icon,
        "current": tool.url_name == current,
    }
