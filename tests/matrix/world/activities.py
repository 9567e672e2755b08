"""An open activity of each scene with a pupil's hand-in that waits, a draft, one in the trash."""

from opentwinning.workspace.activities.actions import (
    Plan,
    add_phase,
    delete_activity,
    hand_in,
    open_activity,
    set_activity,
)

MEMBERS = {"PU", "PA", "PM", "PF"}


def furnish(world):
    for scope in ("own", "other", "archived"):
        scene = world.scene(scope)
        by, inside = scene.founder.actor, scope != "other"
        staff = {"PM", "PF"} if inside else set()

        def set_one(what, scene=scene, by=by, scope=scope):
            plan = Plan(title=f"CANARY-{scope}-space-{what}")
            return set_activity(by=by, space=scene.space, plan=plan)

        activity = open_activity(by=by, activity=set_one("activity"))
        world.put(scope, "activity", activity.ref)
        world.canary(
            scope, "activity", f"CANARY-{scope}-space-activity", MEMBERS if inside else set()
        )
        set_one("draft-activity")
        world.canary(scope, "draft activity", f"CANARY-{scope}-space-draft-activity", staff)
        done = hand_in(
            by=scene.pupil.actor, activity=activity, text=f"CANARY-{scope}-space-hand-in"
        )
        world.put(scope, "hand_in", done.ref)
        seen = {*staff, "PU"} if inside else set()
        world.canary(scope, "hand-in", f"CANARY-{scope}-space-hand-in", seen)
        old = set_one("old-activity")
        delete_activity(by=by, activity=old)
        world.put(scope, "trashed_activity", old.ref)
        trash = {"PF"} if inside else set()
        world.canary(scope, "old activity", f"CANARY-{scope}-space-old-activity", trash)
        world.put(scope, "phase", add_phase(by=by, space=scene.space, title="First steps").ref)
        world.put(scope, "way_up", "up")
