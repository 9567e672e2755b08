"""A class of each scene's founder, with a pupil and a pupil admin who come in by card."""

from tests.scenes.classes import a_class, kids_of

NICKNAME = "CANARY-{scope}-pupil"


def furnish(world):
    for scope in ("own", "other", "archived"):
        scene = world.scene(scope)
        school_class = a_class(
            scene.founder,
            NICKNAME.format(scope=scope)[:30],
            f"Blue owl {scope}",
            f"Green frog {scope}",
            name=f"CANARY-class-{scope}",
        )
        pupil, admin, spare = kids_of(school_class)
        scene.school_class, scene.pupil, scene.pupil_admin = school_class, pupil, admin
        world.put(scope, "class_ref", school_class.ref)
        world.put(scope, "pupil_ref", spare.pupil.ref)
    world.people["PU"], world.people["PA"] = world.own.pupil, world.own.pupil_admin
    for kid in (world.own.pupil, world.own.pupil_admin):
        assert kid.client
    # Nicknames are read inside the project; the class's name only by its owners and its pupils.
    world.canary("own", "class", "CANARY-class-own", {"PF", "PU", "PA"})
    world.canary("other", "class", "CANARY-class-other", set())
    world.canary("other", "pupil", "CANARY-other-pupil", set())
