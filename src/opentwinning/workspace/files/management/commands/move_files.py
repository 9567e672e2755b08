"""Move all contents to the storage of OT_STORAGE_URL, or back: ``python -m opentwinning move_files
--to storage``. It may be stopped at any time and begun again; nobody notices meanwhile."""

from typing import Any, override

from django.core.management.base import BaseCommand, CommandError, CommandParser

from opentwinning.workspace.files.adapters import disk, remote


class Command(BaseCommand):
    help = "Moves contents between the disk and the storage elsewhere, each compared by its hash."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--to", choices=("storage", "disk"), required=True)

    @override
    def handle(self, *args: Any, **options: Any) -> None:
        if not remote.is_wanted():
            raise CommandError("OT_STORAGE_URL names no storage.")
        try:
            moved = self._bring() if options["to"] == "storage" else self._fetch()
        except remote.Away as away:
            raise CommandError(f"Stopped: {away}. Nothing is lost; begin again.") from away
        self.stdout.write(f"{moved} contents moved.")

    def _bring(self) -> int:
        if not remote.takes_new():
            raise CommandError("Take “new=disk” out of OT_STORAGE_URL first.")
        names = disk.names_here()
        for name in names:
            disk.bring(name, read_back=True)
        return len(names)

    def _fetch(self) -> int:
        if remote.takes_new():
            raise CommandError("Put “new=disk” into OT_STORAGE_URL first, and start all anew.")
        names = [name for name, _ in remote.names()]
        for name in names:
            disk.fetch(name)
        return len(names)
