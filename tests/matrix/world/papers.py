"""Stamped forms of Nina Kos (own, Slovenia) and Jean Petit (other, France)."""

import datetime as dt

from opentwinning.community.papers.models import Paper
from opentwinning.core.clock import now
from opentwinning.core.permits import free_writing
from opentwinning.people.educators.models import Educator
from opentwinning.workspace.files.adapters import disk


def furnish(world):
    for scope, name in (("own", "Nina Kos"), ("other", "Jean Petit")):
        temporary = disk.incoming()
        temporary.write_bytes(f"%PDF-1.4 CANARY-paper-{scope}".encode())
        with free_writing():
            paper = Paper.objects.create(
                educator=Educator.objects.get(name=name),
                due_at=now() + dt.timedelta(days=30),
                sent_at=now(),
                name=f"CANARY-paper-{scope}.pdf",
                kind="pdf",
                media_type="application/pdf",
                sha256=f"{scope:0<64}",
                stored_name=disk.keep(temporary),
            )
        world.put(scope, "paper", paper.ref)
    world.canary("own", "stamped form", "CANARY-paper-own", {"NS", "CS"})
    world.canary("other", "stamped form", "CANARY-paper-other", {"CS"})
