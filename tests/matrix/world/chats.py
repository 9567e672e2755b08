"""A chat of each scene with a pupil's message that waits, and one in the trash."""

import datetime as dt

from opentwinning.core.clock import now
from opentwinning.workspace.chats.actions import (
    Rules,
    be_here,
    delete_chat,
    hide_message,
    make_chat,
    plan_hours,
    say,
)

MEMBERS = {"PU", "PA", "PM", "PF"}


def furnish(world):
    for scope in ("own", "other", "archived"):
        scene = world.scene(scope)
        inside = scope != "other"
        staff = {"PM", "PF"} if inside else set()
        chat = make_chat(
            by=scene.founder.actor, space=scene.space, title=f"CANARY-{scope}-space-chat",
            rules=Rules(pupils_read_later=True),
        )  # fmt: skip
        world.put(scope, "chat", chat.ref)
        world.canary(scope, "chat", f"CANARY-{scope}-space-chat", MEMBERS if inside else set())
        be_here(by=scene.founder.actor, chat=chat)
        said = say(by=scene.pupil.actor, chat=chat, text=f"0700 900 123 CANARY-{scope}-space-held")
        world.put(scope, "chat_message", said.ref)
        world.canary(
            scope, "held message", f"CANARY-{scope}-space-held", {*staff, "PU"} if inside else set()
        )
        hidden = say(by=scene.founder.actor, chat=chat, text=f"CANARY-{scope}-space-hidden-message")
        hide_message(by=scene.founder.actor, message=hidden, reason="Not here")
        world.canary(scope, "hidden message", f"CANARY-{scope}-space-hidden-message", staff)
        at = now() + dt.timedelta(days=30)
        hours = plan_hours(
            by=scene.founder.actor, chat=chat, begins_at=at, ends_at=at + dt.timedelta(hours=1)
        )
        world.put(scope, "chat_hours", hours.ref)
        old = make_chat(
            by=scene.founder.actor, space=scene.space, title=f"CANARY-{scope}-space-old-chat",
            rules=Rules(),
        )  # fmt: skip
        delete_chat(by=scene.founder.actor, chat=old)
        world.put(scope, "trashed_chat", old.ref)
        world.canary(
            scope, "trashed chat", f"CANARY-{scope}-space-old-chat", {"PF"} if inside else set()
        )
