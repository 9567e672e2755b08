"""A pupil's own page (95): her things and what we know about her (5.12, 5.13)."""

from django.http import HttpRequest, HttpResponse

from opentwinning.core.places import panels
from opentwinning.core.web import Audience, open_to, page
from opentwinning.people.pupils.queries import pupil_of
from opentwinning.people.pupils.views.classes import actor_of


@open_to(Audience.PUPILS, methods=("GET",))
def me(request: HttpRequest) -> HttpResponse:
    """My things: works from every TwinSpace come from higher floors."""
    actor = actor_of(request)
    return page(
        request, "pupils/me.html", pupil=pupil_of(actor), parts=panels("my_things", actor, actor)
    )
