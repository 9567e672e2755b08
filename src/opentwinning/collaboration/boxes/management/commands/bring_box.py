"""A box too large for a form: ``python -m opentwinning bring_box box.zip ana@example.org``."""

from functools import partial
from pathlib import Path
from typing import Any, override

from django.core.management.base import BaseCommand, CommandError, CommandParser

from opentwinning.collaboration.boxes.actions import Sent, send_box
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.people.accounts.queries.actors import actor_of
from opentwinning.people.accounts.queries.addresses import account_at
from opentwinning.workspace.files.adapters import disk


class Command(BaseCommand):
    help = "Puts a box among those an educator brought; she looks at it and takes it in herself."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("box", type=Path)
        parser.add_argument("email", help="of the educator it is for")

    @override
    def handle(self, *args: Any, **options: Any) -> None:
        account = account_at(options["email"])
        if account is None:
            raise CommandError(f"nobody here has the address {options['email']}")
        path: Path = options["box"]
        try:
            with path.open("rb") as box:
                chunks = iter(partial(box.read, disk.CHUNK), b"")
                with disk.kept(chunks, path.stat().st_size) as sent:
                    arrival = send_box(by=actor_of(account), sent=Sent(*sent))
        except (Invalid, Refused, FileNotFoundError) as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write(f"/twinspaces/arrived/{arrival.ref}")
