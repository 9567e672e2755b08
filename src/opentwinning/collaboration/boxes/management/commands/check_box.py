"""Is a project in a box whole? ``python -m opentwinning check_box box.zip``."""

from pathlib import Path
from typing import Any, override

from django.core.management.base import BaseCommand, CommandError, CommandParser

from opentwinning.collaboration.boxes.adapters.checking import BadBox, check
from opentwinning.collaboration.boxes.vocabulary import LEAST_ROOM
from opentwinning.workspace.files.vocabulary import space_quota_bytes


class Command(BaseCommand):
    help = "Checks sums, names and records of a box; unpacks nothing, asks no database."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("box", type=Path)
        parser.add_argument("--max-mb", type=int, help="refuse boxes that unpack to more")

    @override
    def handle(self, *args: Any, **options: Any) -> None:
        limit = options["max_mb"]
        most = limit * 1024 * 1024 if limit else 2 * space_quota_bytes() + LEAST_ROOM
        try:
            found = check(options["box"], max_bytes=most)
        except (BadBox, FileNotFoundError) as bad:
            raise CommandError(str(bad)) from bad
        project = found.manifest["project"]
        self.stdout.write(f"{project['title']}, packed {found.manifest['made_at']}: whole.")
        for kind, count in found.counts.items():
            self.stdout.write(f"  {kind}: {count}")
