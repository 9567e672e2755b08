"""Boxes that the founders ordered: what is in them is for whoever ordered."""

import zipfile

from opentwinning.collaboration.boxes.models import Arrival, Box
from opentwinning.collaboration.boxes.vocabulary import ArrivalState, BoxState, kept_for
from opentwinning.core.clock import now
from opentwinning.core.permits import free_writing
from opentwinning.workspace.files.adapters import disk


def furnish(world):
    for scope in ("own", "other", "archived"):
        scene = world.scene(scope)
        temporary = disk.incoming()
        with zipfile.ZipFile(temporary, "w") as box:
            box.writestr("package/ids.txt", "")
            box.writestr("index.html", f"CANARY-{scope}-box")
        with free_writing():
            made = Box.objects.create(
                space=scene.space, account=scene.founder.account, state=BoxState.READY,
                made_at=now(), ends_at=now() + kept_for(), size=1000,
                sha256=f"{scope:0<64}", stored_name=disk.keep(temporary),
            )  # fmt: skip
        world.put(scope, "box", made.ref)
        world.canary(scope, "box", f"CANARY-{scope}-box", {"PF"} if scope != "other" else set())
        with free_writing():
            came = Arrival.objects.create(
                account=scene.founder.account, state=ArrivalState.SEEN,
                title=f"CANARY-{scope}-arrival", ends_at=now() + kept_for(),
            )  # fmt: skip
        world.put(scope, "arrival", came.ref)
        world.canary(scope, "arrival", came.title, {"PF"} if scope != "other" else set())
