"""Files of the partner in each scene: for everybody, of the staff room, in the trash."""

from django.core.files.uploadedfile import SimpleUploadedFile

from opentwinning.workspace.files.actions import add_file, begin_upload, delete_file
from opentwinning.workspace.files.adapters import disk
from opentwinning.workspace.files.adapters.reception import receive
from opentwinning.workspace.files.vocabulary import UploadContext
from tests.inputs import image

MEMBERS = {"PU", "PA", "PM", "PF"}


def a_picture(by, space, name, **values):
    upload = SimpleUploadedFile(name, image("no_exif.png").read_bytes())
    received = receive(upload, UploadContext.LIBRARY)
    return add_file(by=by.actor, space=space, received=received, **values)


def furnish(world):
    for scope in ("own", "other", "archived"):
        scene = world.scene(scope)
        owner = scene.partner or scene.second
        file = a_picture(
            owner,
            scene.space,
            f"CANARY-{scope}-space-file.png",
            alt_text="A river",
            album="Rivers",
        )
        world.put(scope, "file", file.ref)
        staff = f"CANARY-{scope}-space-staff-file"
        a_picture(owner, scene.space, f"{staff}.png", place="staff_room")
        upload = begin_upload(
            by=owner.actor,
            space=scene.space,
            name="film.mp4",
            size=100,
            refuse_when_full=disk.refuse_when_full,
        )
        world.put(scope, "upload", upload.ref)
        gone = a_picture(owner, scene.space, f"CANARY-{scope}-space-trashed-file.png")
        world.put(scope, "trashed_file", delete_file(by=owner.actor, file=gone).ref)
        is_inside = scope != "other"
        world.canary(scope, "file", f"CANARY-{scope}-space-file", MEMBERS if is_inside else set())
        world.canary(scope, "staff file", staff, {"PM", "PF"} if is_inside else set())
        trashed = f"CANARY-{scope}-space-trashed-file"
        world.canary(scope, "trashed file", trashed, {"PM", "PF"} if is_inside else set())
