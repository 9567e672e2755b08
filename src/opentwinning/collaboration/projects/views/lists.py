"""My projects (page 53), Discover projects (page 2)."""

from typing import cast

from django.http import HttpRequest, HttpResponse

from opentwinning.collaboration.projects.forms.publish import DiscoverForm
from opentwinning.collaboration.projects.queries import (
    invitations_for,
    projects_of,
    published_projects,
)
from opentwinning.collaboration.projects.queries.cards import cards_of
from opentwinning.collaboration.projects.vocabulary import FINISHED
from opentwinning.core.places import panels
from opentwinning.core.web import ActorRequest, Audience, open_to, page

SHOWN = 24


@open_to(Audience.EDUCATORS, methods=("GET",))
def mine(request: HttpRequest) -> HttpResponse:
    """Running and pending projects first; finished ones behind a tab."""
    actor = cast("ActorRequest", request).actor
    everything = list(projects_of(actor))
    finished = request.GET.get("show") == "finished"
    shown = [p for p in everything if (p.state in FINISHED) is finished]
    return page(
        request,
        "projects/mine.html",
        cards=cards_of(actor, shown),
        invitations=list(invitations_for(actor)),
        finished=finished,
        finished_count=sum(p.state in FINISHED for p in everything),
        panels=panels("my_projects", actor, actor),
        running_count=sum(p.state not in FINISHED for p in everything),
    )


@open_to(Audience.EVERYBODY, methods=("GET",))
def discover(request: HttpRequest) -> HttpResponse:
    """What everybody may see, with filters."""
    form = DiscoverForm(request.GET)
    found = published_projects(form.wanted())
    total = found.count()
    shown = min(_shown(request), total)
    cards = cards_of(cast("ActorRequest", request).actor, list(found[:shown]))
    query = request.GET.copy()
    query["shown"] = str(shown + SHOWN)
    return page(
        request,
        "projects/discover.html",
        form=None,
        filters=form,
        is_filtered=form.is_filtered,
        cards=cards,
        total=total,
        shown=shown,
        step=SHOWN,
        more_href=f"?{query.urlencode()}#projects" if shown < total else "",
    )


def _shown(request: HttpRequest) -> int:
    text = request.GET.get("shown", "")
    return min(int(text), 480) if text.isdecimal() and len(text) < 4 else SHOWN
