"""``python -m opentwinning take_bounce < report``: for the pipe of a mail server."""

import sys
from typing import Any, override

from django.core.management.base import BaseCommand, CommandParser

from opentwinning.facilities.notifications.actions import mark_bounced
from opentwinning.facilities.notifications.adapters.bounces import MAX_BYTES, read_bounce


class Command(BaseCommand):
    """Always ends well: a mail server would send its complaint about us to nobody."""

    help = "Read one report of a mail that came back (RFC 3464) and mark its address."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--to", default="", help="the recipient of the envelope")

    @override
    def handle(self, *args: Any, **options: Any) -> None:
        bounce = read_bounce(sys.stdin.buffer.read(MAX_BYTES), to=options["to"])
        if bounce is None:
            self.stdout.write("This is no report about a mail of ours that failed for good.")
            return
        marked = mark_bounced(mail=bounce.mail, reason=bounce.reason)
        said = f"marked ({marked.reason})" if marked else "that mail is not known any more"
        self.stdout.write(f"Mail {bounce.mail}: {said}.")
