"""Who is asking, for pupils."""

from django.http import HttpRequest

from opentwinning.core.actor import Actor
from opentwinning.core.places import ACTOR_SOURCES
from opentwinning.people.pupils.actions import touch_visit
from opentwinning.people.pupils.queries import actor_of_pupil, visit_behind


def pupil(request: HttpRequest) -> Actor | None:
    """The pupil of the session, while her visit runs (A8)."""
    if request.session.get("pupil") is None:
        return None
    visit = visit_behind(request.session)
    if visit is None:
        return None
    # A program that looks by itself is no sign of life, and says so itself.
    if not {"ot.unattended", "HTTP_X_UNATTENDED"} & request.META.keys():
        touch_visit(visit)
    return actor_of_pupil(visit.pupil, request.session.get("zone", ""))


ACTOR_SOURCES.add(pupil)
