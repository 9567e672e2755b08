"""The list, one resource, its files."""

import re
from typing import Any

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import pgettext

from opentwinning.community.networking.policies import is_own
from opentwinning.community.resources.forms import FindForm
from opentwinning.community.resources.policies import (
    may_browse_resources,
    may_share_resource,
    may_thank_for,
)
from opentwinning.community.resources.queries import (
    access_resource,
    access_resource_file,
    cards,
    commented,
    shelf,
    values_of,
)
from opentwinning.community.resources.vocabulary import LICENCE_LABELS, PAGE, Licence, Shelf
from opentwinning.core import richtext
from opentwinning.core.addresses import reverse
from opentwinning.core.places import panels
from opentwinning.core.verdicts import deny_unless
from opentwinning.core.web import ActorRequest, Audience, open_to, page
from opentwinning.workspace.files.adapters import disk
from opentwinning.workspace.files.adapters.handing_out import small_picture, whole_content

_CURSOR = re.compile(r"(\d{1,9})-(\d{1,18})")


@open_to(Audience.VALIDATED, Audience.OFFICERS, methods=("GET",))
def resources(request: ActorRequest) -> HttpResponse:
    """All, one's own, or those one keeps; by words, subject, age, language and kind (L-12)."""
    deny_unless(may_browse_resources(request.actor))
    form = FindForm(request.GET)
    form.is_valid()
    wanted = request.GET.get("shelf", "")
    which = Shelf(wanted) if wanted in set(Shelf) else Shelf.ALL
    found = _CURSOR.fullmatch(request.GET.get("after", ""))
    after = (int(found[1]), int(found[2])) if found else None
    listed, following = shelf(request.actor, form.wish(which), after=after)
    return page(
        request,
        "resources/resources.html",
        search=form,
        cards=listed,
        which=which,
        tabs=_tabs(which),
        is_filtered=form.has_filters,
        may_share=bool(may_share_resource(request.actor)),
        next_after=f"{following[0]}-{following[1]}" if following else "",
        step=PAGE,
    )


def _tabs(which: Shelf) -> list[dict[str, Any]]:
    home = reverse("resources:resources")
    names = {
        Shelf.ALL: pgettext("resource", "All"),
        Shelf.KEPT: pgettext("resource", "I keep"),
        Shelf.MINE: pgettext("resource", "I shared"),
    }
    return [
        {
            "label": label,
            "url": home if each == Shelf.ALL else f"{home}?shelf={each}",
            "current": each == which,
        }
        for each, label in names.items()
    ]


@open_to(Audience.VALIDATED, Audience.OFFICERS, methods=("GET",))
def resource(request: ActorRequest, ref: str) -> HttpResponse:
    """Everything about one, with comments below."""
    found = access_resource(request.actor, ref)
    thanks, keeps = values_of(request.actor, found)
    return page(
        request,
        "resources/resource.html",
        resource=found,
        card=cards(request.actor, [found])[0],
        html=richtext.rendered(found.about),
        licence=LICENCE_LABELS[Licence(found.licence)],
        files=list(found.files.order_by("pk")),
        is_own=is_own(request.actor, found.author),
        may_thank=bool(may_thank_for(request.actor, found)),
        may_keep=bool(may_share_resource(request.actor)),
        thanks=thanks,
        keeps=keeps,
        panels=panels("comments", request.actor, commented(found)),
    )


@open_to(Audience.VALIDATED, Audience.OFFICERS, methods=("GET",))
def file(request: ActorRequest, ref: str) -> HttpResponseBase:
    """The file itself, or with ``?size=small`` its small picture; ``?download=1`` saves it."""
    found = access_resource_file(request.actor, ref)
    if request.GET.get("size") == "small":
        if not found.thumb_name:
            raise Http404
        return small_picture(request, disk.path_of(found.thumb_name), sha256=found.sha256)
    return whole_content(
        request,
        disk.path_of(found.stored_name),
        name=found.name,
        kind=found.kind,
        media_type=found.media_type,
        sha256=found.sha256,
    )
