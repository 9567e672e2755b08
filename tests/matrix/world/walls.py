"""Posts of Ana, for all (own), and of Chantal of France, for her contacts (other)."""

from opentwinning.community.walls.actions import delete_post, write_post
from tests import cast


def furnish(world):
    for scope, circle in (("own", "all"), ("other", "contacts")):
        me = world.own.founder if scope == "own" else cast.educator("Chantal Roux", "FR")
        shown, gone = (
            write_post(by=me.actor, text=f"{text}-{scope}", language="en", circle=circle)
            for text in ("CANARY-wall", "CANARY-deleted-wall")
        )
        delete_post(by=me.actor, post=gone)
        world.put(scope, "wall_owner", me.educator.ref)
        world.put(scope, "wall_post", shown.ref)
        world.put(scope, "wall_post_deleted", gone.ref)
    world.canary("own", "post", "CANARY-wall-own", {"ED", "PM", "PF", "AM", "NS", "NX", "CS"})
    world.canary("other", "post", "CANARY-wall-other", {"CS"})
    world.canary("own", "deleted post", "CANARY-deleted-wall-own", {"PF"})
