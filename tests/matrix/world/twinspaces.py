"""A TwinSpace for each scene, its founder's class inside; the archived one is closed at the end, so
that later furnishers can still fill it."""

import datetime as dt

from opentwinning.collaboration.projects.actions import archive_project, close_project
from opentwinning.collaboration.twinspaces.actions import change_power, invite_guest
from opentwinning.collaboration.twinspaces.models import TwinSpace
from opentwinning.core.clock import today
from opentwinning.workspace.spaces.models import Member
from opentwinning.workspace.spaces.vocabulary import MemberCapacity
from tests.scenes.projects import a_partner, an_approved, fresh
from tests.scenes.twinspaces import brought


def furnish(world):
    for scope in ("own", "other", "archived"):
        scene = world.scene(scope)
        founder = scene.founder
        if scene.project is None:
            scene.project = an_approved(founder, scene.second, title=f"CANARY-project-{scope}")
            if scene.partner is not None:
                a_partner(scene.project, founder, scene.partner)
        scene.twinspace = TwinSpace.objects.select_related("space").get(project=scene.project)
        scene.space = scene.twinspace.space
        world.put(scope, "space", scene.space.ref)
        brought(founder, scene.twinspace, scene.school_class)
        members = Member.objects.filter(space=scene.space).select_related("pupil__school_class")
        admin = members.get(pupil=scene.pupil_admin.pupil)
        change_power(by=founder.actor, member=admin, capacity=MemberCapacity.PUPIL_ADMIN)
        spare = members.exclude(pupil=None).exclude(pk=admin.pk).order_by("-pk").first()
        world.put(scope, "member_ref", spare.ref)
        partner = members.get(account=scene.second.account)
        world.put(scope, "partner_member", partner.ref)
        guest = invite_guest(
            by=founder.actor,
            twinspace=scene.twinspace,
            name="Vera Author",
            email="vera@example.org",
            purpose="She wrote the book.",
            last_day=today() + dt.timedelta(days=30),
        )
        world.put(scope, "guest_ref", guest.ref)
        world.put(scope, "guest_page", "pag_nothing")
    # The pupils of the stage were in the archived project, too.
    past = world.archived
    brought(past.founder, past.twinspace, world.own.school_class)
    admin = Member.objects.get(space=past.space, pupil=world.own.pupil_admin.pupil)
    change_power(by=past.founder.actor, member=admin, capacity=MemberCapacity.PUPIL_ADMIN)
    inside = {"PU", "PA", "PM", "PF"}
    world.canary("own", "nickname", "CANARY-own-pupil", inside)
    world.canary("other", "title", "CANARY-project-other", set())


def finish(world):
    scene = world.archived
    project = close_project(by=scene.founder.actor, project=fresh(scene.project))
    archive_project(by=scene.founder.actor, project=project)
