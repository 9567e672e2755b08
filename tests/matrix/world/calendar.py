"""Events of the partner in each scene, one in the staff room, one in the trash."""

import datetime as dt

from opentwinning.core.clock import today
from opentwinning.workspace.calendar.actions import delete_event, plan_event
from opentwinning.workspace.calendar.vocabulary import When

MEMBERS = {"PU", "PA", "PM", "PF"}


def furnish(world):
    day = today() + dt.timedelta(days=1)
    when = When(day, day, "Europe/Copenhagen", dt.time(10), dt.time(11))
    for scope in ("own", "other", "archived"):
        scene = world.scene(scope)
        owner = (scene.partner or scene.second).actor
        inside = scope != "other"

        def plant(kind, readers, *, scope=scope, scene=scene, owner=owner, inside=inside, **more):
            text = f"CANARY-{scope}-space-{kind}"
            world.canary(scope, kind, text, readers if inside else set())
            return plan_event(by=owner, space=scene.space, title=text, when=when, **more)

        world.put(scope, "event", plant("event", MEMBERS).ref)
        plant("staff-event", {"PM", "PF"}, place="staff_room")
        gone = plant("trashed-event", {"PM", "PF"})
        world.put(scope, "trashed_event", delete_event(by=owner, event=gone).ref)
