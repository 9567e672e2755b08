"""Projects: own (SI and RO, Freja as partner), other (FR and GR), archived,
and of "own" and "other" one in each state that an address is about."""

from opentwinning.collaboration.projects.actions import invite_partner
from tests import cast
from tests.scenes.projects import (
    a_closed,
    a_draft,
    a_partner,
    a_published,
    a_sent,
    a_submitted,
    an_approved,
    befriend,
    fresh,
)


def furnish(world):
    for scope in ("own", "other", "archived"):
        scene = world.scene(scope)
        scene.project = an_approved(
            scene.founder,
            scene.second,
            title=f"CANARY-{scope}-project",
            aims=f"CANARY-{scope}-aims",
        )
        world.put(scope, "project", scene.project.ref)
        if scene.partner is not None:
            partnership = a_partner(scene.project, scene.founder, scene.partner)
            world.put(scope, "partnership", partnership.ref)
    readers = {"PM", "PF", "NS", "CS"}
    world.canary("own", "aims", "CANARY-own-aims", readers)
    world.canary("other", "aims", "CANARY-other-aims", {"CS"})
    for scope in ("own", "other"):
        _in_other_states(world, scope)
    _people(world)


def _in_other_states(world, scope):
    first, second = world.scene(scope).founder, world.scene(scope).second
    draft = a_draft(first, second, title=f"Draft {scope}", aims=f"CANARY-{scope}-draft")
    sent = a_sent(first, second, title=f"Sent {scope}")
    waiting = a_submitted(first, second, title=f"Waiting {scope}", aims=f"CANARY-{scope}-waiting")
    public = a_published(first, second, title=f"Public {scope}", process=f"CANARY-{scope}-unshown")
    closed = a_closed(first, second, title=f"Closed {scope}", is_multi_year=True)
    world.put(scope, "closed_project", closed.ref)
    world.put(scope, "draft_project", draft.ref)
    world.put(scope, "plan_step", "aims")
    world.put(scope, "sent_project", sent.ref)
    world.put(scope, "waiting_project", waiting.ref)
    world.put(scope, "public_project", public.ref)
    world.put(scope, "visited_project", world.own.project.ref if scope == "own" else public.ref)
    world.canary(scope, "draft", f"CANARY-{scope}-draft", {"PF"} if scope == "own" else set())
    officers = {"PF", "NS", "CS"} if scope == "own" else {"CS"}
    world.canary(scope, "waiting", f"CANARY-{scope}-waiting", officers)


def _people(world):
    """Freja is invited by strangers, Ana invites one of them; likewise among strangers."""
    own, other = world.own, world.other
    helper = cast.educator("Zdenka Hribar", "SI")
    elsewhere = an_approved(helper, cast.educator("Viorica Pop", "RO"), title="Elsewhere")
    befriend(helper, own.partner)
    asked = invite_partner(
        by=helper.actor, project=fresh(elsewhere), educator=own.partner.educator, message="Come"
    )
    world.put("own", "project_invitation", asked.ref)
    befriend(own.founder, helper)
    sent = invite_partner(
        by=own.founder.actor, project=fresh(own.project), educator=helper.educator, message="Come"
    )
    world.put("own", "sent_invitation", sent.ref)
    guest = cast.educator("Fabrice Petit", "FR")
    world.put("other", "partnership", a_partner(other.project, other.founder, guest).ref)
    befriend(other.founder, helper)
    theirs = invite_partner(
        by=other.founder.actor, project=fresh(other.project), educator=helper.educator, message="x"
    )
    world.put("other", "project_invitation", theirs.ref)
    world.put("other", "sent_invitation", theirs.ref)
