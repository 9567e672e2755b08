"""Fifty uploads begun at once at the edge of a space's room, on a database of their own; run as a
program, tells how many there are. What threads commit cannot be taken back by a test."""

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import django

TRIES, THREADS, FITTING = 50, 10, 7
MB = 1024 * 1024


def begun() -> dict[str, int]:
    """How many said yes, how many rows there are, and how many bytes they keep."""
    from django.conf import settings
    from django.db import connection
    from django.db.models import Sum

    from opentwinning.core.permits import free_writing
    from opentwinning.core.verdicts import Invalid
    from opentwinning.workspace.files.actions import begin_upload
    from opentwinning.workspace.files.adapters import disk
    from opentwinning.workspace.files.models import Upload
    from tests.scenes.spaces import a_space

    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, space_quota_mb=1)
    with free_writing():
        scene = a_space()
    actors = [each.actor for each in (scene.ana, scene.ion, scene.freja, scene.nina)]
    gate = Barrier(THREADS)

    def one(number: int) -> bool:
        try:
            begin_upload(
                by=actors[number % len(actors)],
                space=scene.space,
                name="film.mp4",
                size=MB // FITTING,
                refuse_when_full=disk.refuse_when_full,
            )
        except Invalid:
            return False
        return True

    def share(first: int) -> int:
        gate.wait()
        try:
            return sum(one(number) for number in range(first, TRIES, THREADS))
        finally:
            connection.close()

    with ThreadPoolExecutor(THREADS) as pool:
        yes = sum(pool.map(share, range(THREADS)))
    kept = Upload.objects.aggregate(all=Sum("size"))["all"]
    return {"yes": yes, "rows": Upload.objects.count(), "bytes": kept}


if __name__ == "__main__":
    django.setup()
    sys.stdout.write(json.dumps(begun()))
