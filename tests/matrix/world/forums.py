"""Threads of the partner in each scene, one in the staff room, one in the trash."""

from opentwinning.workspace.forums.actions import (
    add_reply,
    delete_reply,
    delete_thread,
    hide_reply,
    open_thread,
)

MEMBERS = {"PU", "PA", "PM", "PF"}


def furnish(world):
    for scope in ("own", "other", "archived"):
        scene = world.scene(scope)
        owner = (scene.partner or scene.second).actor
        inside = scope != "other"
        staff = {"PM", "PF"} if inside else set()
        thread = open_thread(
            by=owner, space=scene.space, title="A talk", text=f"CANARY-{scope}-space-opening"
        )
        world.put(scope, "thread", thread.ref)
        world.canary(
            scope, "opening", f"CANARY-{scope}-space-opening", MEMBERS if inside else set()
        )
        world.put(scope, "talk_reply", add_reply(by=owner, thread=thread, text="A reply").ref)
        hidden = add_reply(by=owner, thread=thread, text=f"CANARY-{scope}-space-hidden-reply")
        hide_reply(by=scene.founder.actor, reply=hidden, reason="Too private")
        world.canary(scope, "hidden reply", f"CANARY-{scope}-space-hidden-reply", staff)
        gone = add_reply(by=owner, thread=thread, text=f"CANARY-{scope}-space-deleted-reply")
        world.put(scope, "trashed_reply", delete_reply(by=owner, reply=gone).ref)
        author = {"PM"} if inside else set()
        world.canary(scope, "deleted reply", f"CANARY-{scope}-space-deleted-reply", author)
        open_thread(
            by=owner,
            space=scene.space,
            title=f"CANARY-{scope}-space-staff-talk",
            text="x",
            place="staff_room",
        )
        world.canary(scope, "staff talk", f"CANARY-{scope}-space-staff-talk", staff)
        old = open_thread(
            by=owner, space=scene.space, title=f"CANARY-{scope}-space-trashed-talk", text="x"
        )
        world.put(scope, "trashed_thread", delete_thread(by=owner, thread=old).ref)
        world.canary(scope, "trashed talk", f"CANARY-{scope}-space-trashed-talk", staff)
