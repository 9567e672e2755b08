"""Pages of the partner in each scene: visible, draft, staff room, trash; one published in "own"."""

from opentwinning.workspace.pages.actions import create_page, delete_page, publish_page
from opentwinning.workspace.pages.models import EmbedSite, PageStart

MEMBERS = {"PU", "PA", "PM", "PF"}


def furnish(world):
    for scope in ("own", "other", "archived"):
        scene = world.scene(scope)
        owner = (scene.partner or scene.second).actor
        inside = scope != "other"

        def a_page(
            kind, *, readers, owner=owner, scope=scope, scene=scene, inside=inside, **values
        ):
            text = f"CANARY-{scope}-space-{kind}-text"
            world.canary(scope, kind, text, readers if inside else set())
            return create_page(by=owner, space=scene.space, title=f"A {kind}", text=text, **values)

        world.put(scope, "page", a_page("page", readers=MEMBERS).ref)
        world.put(scope, "page_number", "1")
        world.put(scope, "page_start", PageStart.objects.first().ref)
        world.put(scope, "embed_site", EmbedSite.objects.get(name="Vimeo").ref)
        # A draft shows its text only where it stands open: at no address of the table.
        create_page(
            by=owner,
            space=scene.space,
            title=f"CANARY-{scope}-space-draft-page",
            text="x",
            state="draft",
        )
        drafts = {"PA", "PM", "PF"} if inside else set()
        world.canary(scope, "draft page", f"CANARY-{scope}-space-draft-page", drafts)
        create_page(
            by=owner,
            space=scene.space,
            title=f"CANARY-{scope}-space-staff-page",
            text="x",
            place="staff_room",
        )
        staff = {"PM", "PF"} if inside else set()
        world.canary(scope, "staff page", f"CANARY-{scope}-space-staff-page", staff)
        gone = create_page(
            by=owner, space=scene.space, title=f"CANARY-{scope}-space-trashed-page", text="x"
        )
        world.put(scope, "trashed_page", delete_page(by=owner, page=gone).ref)
        world.canary(scope, "trashed page", f"CANARY-{scope}-space-trashed-page", staff)
        shown = create_page(by=owner, space=scene.space, title="Shown", text="Hello visitors")
        if scope == "own":
            publish_page(by=scene.founder.actor, page=shown, version=1)
        world.put(scope, "published_page", shown.ref)
