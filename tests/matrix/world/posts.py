"""Posts in each scene: of the partner, waiting ones of the pupil, staff notes, the pupils' wall."""

from opentwinning.workspace.posts.actions import delete_post, publish_post, write_post

MEMBERS = {"PU", "PA", "PM", "PF"}


def furnish(world):
    for scope in ("own", "other", "archived"):
        scene = world.scene(scope)
        owner = (scene.partner or scene.second).actor
        pupil = (scene.pupil if scope == "other" else world.own.pupil).actor
        inside = scope != "other"

        def plant(kind, readers, by, *, scope=scope, scene=scene, inside=inside, **values):
            text = f"CANARY-{scope}-space-{kind}"
            world.canary(scope, kind, text, readers if inside else set())
            return write_post(by=by, space=scene.space, text=text, **values)

        world.put(scope, "diary_place", "whole")
        world.put(scope, "post", plant("post", MEMBERS, owner).ref)
        waiting = plant("waiting-post", {"PU", "PM", "PF"}, pupil)
        world.put(scope, "waiting_post", waiting.ref)
        plant("staff-note", {"PM", "PF"}, owner, place="staff_room")
        plant("wall-post", MEMBERS, pupil, place="pupil_corner")
        gone = plant("trashed-post", {"PM", "PF"}, owner)
        world.put(scope, "trashed_post", delete_post(by=owner, post=gone).ref)
        shown = write_post(by=owner, space=scene.space, text="Hello visitors")
        if scope == "own":
            publish_post(by=scene.founder.actor, post=shown, version=1)
        world.put(scope, "published_post", shown.ref)
