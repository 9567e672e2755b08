"""``python -m opentwinning replay_erasures``: part of every restore, before the doors open (J9)."""

from typing import Any, override

from django.core.management.base import BaseCommand

from opentwinning.core.work import KINDS


class Command(BaseCommand):
    help = "After a restore: erases and suspends again, and ends every session of the backup."

    @override
    def handle(self, *args: Any, **options: Any) -> None:
        for name in sorted(name for name in KINDS if ".replay" in name):
            KINDS[name].run({})
        self.stdout.write("Erasures and suspensions are replayed; everybody signs in anew.")
