"""A partner's remark about a page of each scene, and one of hers that she deleted."""

from opentwinning.workspace.pages.actions import create_page
from opentwinning.workspace.remarks.actions import delete_remark, write_remark

MEMBERS = {"PU", "PA", "PM", "PF"}


def furnish(world):
    for scope in ("own", "other", "archived"):
        scene = world.scene(scope)
        by = (scene.partner or scene.second).actor
        inside = scope != "other"
        page = create_page(
            by=scene.founder.actor, space=scene.space, title="Talked about", text="x"
        )

        def say(what, by=by, page=page, scope=scope):
            text = f"CANARY-{scope}-space-{what}"
            return write_remark(by=by, kind="page", thing_ref=page.ref, text=text)

        world.put(scope, "kind_page", "page")
        world.put(scope, "remarked", page.ref)
        world.put(scope, "remark", say("remark").ref)
        world.canary(scope, "remark", f"CANARY-{scope}-space-remark", MEMBERS if inside else set())
        gone = say("deleted-remark")
        world.put(scope, "deleted_remark", delete_remark(by=by, remark=gone).ref)
        # Its author and project admins: on the page where it can be put back.
        back = {"PM", "PF"} if inside else set()
        world.canary(scope, "deleted remark", f"CANARY-{scope}-space-deleted-remark", back)
