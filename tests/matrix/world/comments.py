"""Comments below the profiles of Ana (own) and of Chantal of France (other)."""

from opentwinning.community.comments.actions import write_comment
from tests import cast
from tests.scenes.comments import PROFILE, profile_of


def furnish(world):
    for scope in ("own", "other"):
        owner = world.own.founder if scope == "own" else cast.educator("Chantal Roux", "FR")
        author = world.people["PM"] if scope == "own" else cast.educator("Lucie Roy", "FR")
        on = profile_of(owner, author)
        comment = write_comment(by=author.actor, on=on, text=f"CANARY-comment-{scope}")
        world.put(scope, "comment_kind", PROFILE)
        world.put(scope, "commented", on.ref)
        world.put(scope, "comment", comment.ref)
    world.canary("own", "comment", "CANARY-comment-own", {"PM", "PF"})
    world.canary("other", "comment", "CANARY-comment-other", set())
