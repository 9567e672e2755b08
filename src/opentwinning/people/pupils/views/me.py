"""A pupil's own pages: her things, what we know about her (95; 5.12), help (96)."""

from django.http import HttpRequest, HttpResponse

from opentwinning.core.places import panels
from opentwinning.core.web import Audience, open_to, page
from opentwinning.facilities.limits.actions import within_limit
from opentwinning.people.pupils.actions import ask_for_help
from opentwinning.people.pupils.queries import owners_of, pupil_of
from opentwinning.people.pupils.views.classes import actor_of
from opentwinning.people.pupils.vocabulary import CALLS, CALLS_PER


@open_to(Audience.PUPILS, methods=("GET",))
def me(request: HttpRequest) -> HttpResponse:
    """My things: works from every TwinSpace come from higher floors."""
    actor = actor_of(request)
    return page(
        request, "pupils/me.html", pupil=pupil_of(actor), parts=panels("my_things", actor, actor)
    )


@open_to(Audience.PUPILS)
def need_help(request: HttpRequest) -> HttpResponse:
    """Page 96: her own teacher is one press away; numbers for danger stand beside it."""
    actor = actor_of(request)
    pupil = pupil_of(actor)
    is_told = request.method == "POST"
    # Pressing again and again tells nobody more: her teacher knows already.
    if is_told and within_limit("pupil-help", pupil.ref, limit=CALLS, per=CALLS_PER):
        ask_for_help(by=actor, pupil=pupil)
    return page(
        request,
        "pupils/help.html",
        teachers=list(owners_of(pupil.school_class)),
        is_told=is_told,
        is_help=True,
    )
