"""Take the project along (page 94)."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.collaboration.boxes.actions import order_box, take_box
from opentwinning.collaboration.boxes.adapters import packing
from opentwinning.collaboration.boxes.policies import may_order_box
from opentwinning.collaboration.boxes.queries import access_box, goes_beyond, latest_box
from opentwinning.collaboration.boxes.vocabulary import ORDERS_A_DAY, kept_for
from opentwinning.core.boxes import plain_name
from opentwinning.core.freshness import proved_lately
from opentwinning.core.verdicts import Refused, deny_unless, hidden, refused
from opentwinning.core.web import ActorRequest, Audience, attempt, go, open_to, page
from opentwinning.facilities.limits.actions import within_limit
from opentwinning.workspace.files.adapters import disk
from opentwinning.workspace.files.adapters.handing_out import whole_content
from opentwinning.workspace.spaces.queries import Presence, access_space, space_context
from opentwinning.workspace.spaces.vocabulary import SpacePlace

_ENOUGH = pgettext_lazy("box", "You asked for many boxes today. Try again tomorrow.")
_OUTDATED = pgettext_lazy(
    "box",
    "Something in this box was deleted or hidden, or lost a consent. Ask for a new box without it.",
)


@open_to(Audience.VALIDATED)
def box(request: ActorRequest, ref: str) -> HttpResponse:
    """What a box is, and my own; POST orders one."""
    presence = _presence(request, ref)
    if request.method == "POST":
        if within_limit(
            "boxes.order", request.actor.key, limit=ORDERS_A_DAY, per=timedelta(days=1)
        ):
            done = pgettext("box", "We pack your box. You get a notice when it is ready.")
            attempt(request, lambda: order_box(by=request.actor, space=presence.space), done)
        else:
            messages.error(request, str(_ENOUGH))
        return go(request, "boxes:box", ref)
    return page(
        request,
        "boxes/box.html",
        box=latest_box(presence),
        days=kept_for().days,
        **space_context(presence, request, tool="boxes:box"),
    )


@open_to(Audience.VALIDATED, methods=("GET",))
def progress(request: ActorRequest, ref: str) -> HttpResponse:
    """How far it is; fetched anew while it is made."""
    presence = _presence(request, ref)
    return page(request, "boxes/progress.html", box=latest_box(presence), ref=ref)


@open_to(Audience.VALIDATED, methods=("GET",))
@proved_lately
def content(request: ActorRequest, ref: str, box_ref: str) -> HttpResponseBase:
    """The box itself, after a fresh proof (A14). What it holds is judged again."""
    presence = _presence(request, ref)
    found = access_box(request.actor, presence, box_ref)
    path = disk.path_of(found.stored_name)
    if not path.is_file():
        raise Refused(hidden())
    if goes_beyond(presence, packing.ids_in(path)):
        raise Refused(refused(_OUTDATED))
    if not request.headers.get("Range", "").startswith("bytes=") or _from_the_start(request):
        take_box(by=request.actor, box=found)
    return whole_content(
        request,
        path,
        name=f"{plain_name(presence.space.title) or found.ref}.zip",
        kind="",
        media_type="application/zip",
        sha256=found.sha256,
    )


def _from_the_start(request: HttpRequest) -> bool:
    """A download that goes on after a break is not a second one."""
    return request.headers["Range"].startswith("bytes=0-")


def _presence(request: ActorRequest, ref: str) -> Presence:
    presence = access_space(request.actor, ref, place=SpacePlace.STAFF_ROOM)
    deny_unless(may_order_box(presence.member))
    return presence
