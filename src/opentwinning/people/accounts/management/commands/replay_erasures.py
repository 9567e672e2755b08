"""``python -m opentwinning replay_erasures``: part of every restore, before the doors open (J9)."""

from typing import Any, override

from django.core.management.base import BaseCommand

from opentwinning.core.work import KINDS


class Command(BaseCommand):
    help = "Erases again whoever was erased after the backup was made."

    @override
    def handle(self, *args: Any, **options: Any) -> None:
        KINDS["accounts.replay"].run({})
        self.stdout.write("Erasures are replayed.")
