"""Events of the partner in each scene, one in the staff room, one in the trash."""

import datetime as dt

from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import today
from opentwinning.workspace.calendar.actions import delete_event, make_feed, plan_event
from opentwinning.workspace.calendar.vocabulary import When
from opentwinning.workspace.spaces.actions import admit_account, open_space
from opentwinning.workspace.spaces.vocabulary import MemberCapacity

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
        world.put(scope, "feed_secret", "x" * 32)
        world.put(scope, "trashed_event", delete_event(by=owner, event=gone).ref)
    world.put(
        "own", "feed_secret", make_feed(by=world.own.partner.actor, space=a_bare_space(world))
    )


def a_bare_space(world):
    """A space without canaries: whoever has an address of it reads there without signing in."""
    space, person = open_space(by=SYSTEM, title="A space with an address"), world.own.partner
    admit_account(
        by=SYSTEM,
        space=space,
        account=person.account,
        capacity=MemberCapacity.EDUCATOR,
        country="DK",
    )
    return space
