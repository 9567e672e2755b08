"""Print the map of events, for ``docs/events.md``."""

from typing import Any, override

from django.core.management.base import BaseCommand

from opentwinning.config.events_map import as_markdown


class Command(BaseCommand):
    help = "Prints docs/events.md."

    @override
    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(as_markdown(), ending="")
