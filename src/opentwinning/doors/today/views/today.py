"""What now (page 31)."""

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from opentwinning.core.actor import Actor, Role
from opentwinning.core.clock import now
from opentwinning.core.places import home_of, panels
from opentwinning.core.web import ActorRequest, Audience, open_to, page
from opentwinning.doors.today.queries import todos_of
from opentwinning.facilities.drafts.queries import newest_drafts_of
from opentwinning.facilities.notifications.queries import new_notices
from opentwinning.people.educators.queries import first_steps

SHOWN = 5
SETTLED = "settled"  # in the session: the first steps are done, nobody needs to look again


@open_to(Audience.ADULTS, methods=("GET",))
def today(request: HttpRequest) -> HttpResponse:
    """Todos of every app, drafts to continue, new notices, first steps until they are done."""
    actor = cast("ActorRequest", request).actor
    home = home_of(actor)
    if not actor.is_a(Role.EDUCATOR, Role.VALIDATED) and home != request.path:
        return redirect(home)
    drafts = newest_drafts_of(actor)
    return page(
        request,
        "today/today.html",
        moment=now(),
        todos=todos_of(actor),
        steps=unfinished(request, actor),
        drafts=drafts[:SHOWN],
        more_drafts=len(drafts) > SHOWN,
        notices=new_notices(actor, limit=SHOWN),
        panels=panels("today", actor, actor),
    )


def unfinished(request: HttpRequest, actor: Actor) -> dict[str, Any] | None:
    """The first steps with how many are done; None once all are."""
    if request.session.get(SETTLED) or not actor.is_a(Role.EDUCATOR, Role.VALIDATED):
        return None
    steps = first_steps(actor)
    done = sum(step["done"] for step in steps)
    if done == len(steps):
        request.session[SETTLED] = True
        return None
    following = next((step for step in steps if not step["done"]), None)
    return {"steps": steps, "done": done, "total": len(steps), "next": following}
