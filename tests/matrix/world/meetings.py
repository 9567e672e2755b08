"""A meeting of each scene that is now: the founder is inside, a pupil waits."""

import datetime as dt

from opentwinning.core.clock import now
from opentwinning.core.permits import free_writing
from opentwinning.workspace.meetings.actions import come, plan_meeting

MEMBERS = {"PU", "PA", "PM", "PF"}


def furnish(world):
    for scope in ("own", "other", "archived"):
        scene = world.scene(scope)
        title = f"CANARY-{scope}-space-meeting"
        meeting = plan_meeting(
            by=scene.founder.actor, space=scene.space, title=title, begins_at=now(), minutes=60
        )
        world.put(scope, "meeting", meeting.ref)
        world.canary(scope, "meeting", title, MEMBERS if scope != "other" else set())
        come(by=scene.founder.actor, meeting=meeting)
        world.put(scope, "seat", come(by=scene.pupil.actor, meeting=meeting).ref)
        with free_writing():  # their pages stay open, however long the table is walked through
            meeting.seats.update(seen_at=now() + dt.timedelta(days=1))
