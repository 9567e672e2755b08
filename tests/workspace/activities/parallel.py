"""A teacher closes an activity while a pupil's hand-in is on its way, on a database of their own;
run as a program, tells what came of it. What threads commit cannot be taken back by a test."""

import json
import sys
from threading import Event, Thread
from typing import Any

import django

PATIENCE = 1.0  # seconds the hand-in lingers in its transaction


def closed_meanwhile() -> dict[str, object]:
    """Whether the activity closed in the middle of the hand-in, and who was let in."""

    from opentwinning.core.verdicts import Refused
    from opentwinning.workspace.activities.actions import (
        Plan,
        open_activity,
        set_activity,
    )
    from opentwinning.workspace.activities.actions import hand_in as handing
    from opentwinning.workspace.activities.models import Activity, HandIn
    from tests import cast
    from tests.scenes.twinspaces import a_twinspace

    scene, ana = a_twinspace(), cast.ana().actor
    made = set_activity(by=ana, space=scene.twinspace.space, plan=Plan(title="Water"))
    activity = open_activity(by=ana, activity=made)
    nina, mihai = scene.nina.actor, scene.mihai.actor
    seen: dict[str, object] = {"closed_in_the_middle": _slowly(handing, nina, activity, ana)}
    try:
        handing(by=mihai, activity=activity, text="6.9")
        seen["afterwards"] = "handed in"
    except Refused:
        seen["afterwards"] = "refused"
    seen["state"] = Activity.objects.get().state
    seen["handed_in"] = list(HandIn.objects.values_list("text", flat=True))
    return seen


def _slowly(handing: Any, pupil: Any, activity: Any, teacher: Any) -> bool:
    """The pupil lingers in her transaction; whether the teacher's closing was over meanwhile."""
    from django.db import connection

    from opentwinning.workspace.activities.actions import close_activity

    inside, closed, over = Event(), Event(), []
    inner = sys.modules[handing.__module__]
    usual = inner._change_files

    def lingers(*args: object, **names: object) -> None:
        inside.set()
        over.append(closed.wait(PATIENCE))
        usual(*args, **names)

    def closes() -> None:
        inside.wait(30)
        close_activity(by=teacher, activity=activity)
        closed.set()
        connection.close()

    waiting = Thread(target=closes)
    waiting.start()
    inner._change_files = lingers
    handing(by=pupil, activity=activity, text="7.2")
    inner._change_files = usual
    waiting.join(60)
    return bool(over[0])


if __name__ == "__main__":
    django.setup()
    sys.stdout.write(json.dumps(closed_meanwhile()))
