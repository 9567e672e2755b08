"""A poll of each scene, one in the staff room that looks for a time, one in the trash."""

import datetime as dt

from opentwinning.core.clock import now
from opentwinning.workspace.votes.actions import (
    Question,
    ask_question,
    delete_poll,
    look_for_time,
)
from opentwinning.workspace.votes.models import Choice

MEMBERS = {"PU", "PA", "PM", "PF"}


def furnish(world):
    for scope in ("own", "other", "archived"):
        scene = world.scene(scope)
        by, inside = scene.founder.actor, scope != "other"

        def ask(what, by=by, scene=scene, scope=scope):
            name = f"CANARY-{scope}-space-{what}"
            question = Question(title=name, choices=("River", "Lake"))
            return ask_question(by=by, space=scene.space, question=question)

        world.put(scope, "poll", ask("poll").ref)
        world.canary(scope, "poll", f"CANARY-{scope}-space-poll", MEMBERS if inside else set())
        begins = now() + dt.timedelta(days=9)
        times = [(begins, begins + dt.timedelta(hours=each)) for each in (1, 2)]
        name = f"CANARY-{scope}-space-time-poll"
        found = look_for_time(
            by=by, space=scene.space, question=Question(name, place="staff_room"), times=times
        )
        world.put(scope, "time_poll", found.ref)
        world.put(scope, "time_choice", Choice.objects.filter(poll=found).first().ref)
        world.canary(scope, "time poll", name, {"PM", "PF"} if inside else set())
        old = ask("old-poll")
        delete_poll(by=by, poll=old)
        world.put(scope, "trashed_poll", old.ref)
        # Its teachers were told of it while it stood in the list.
        told = {"PM", "PF"} if inside else set()
        world.canary(scope, "old poll", f"CANARY-{scope}-space-old-poll", told)
