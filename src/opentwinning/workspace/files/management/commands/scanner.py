"""Does the virus scanner answer, and what waits for it? ``python -m opentwinning scanner``."""

from typing import Any, override

from django.core.management.base import BaseCommand, CommandError, CommandParser

from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import now
from opentwinning.workspace.files.actions import report_infected
from opentwinning.workspace.files.adapters import scanner, waiting


class Command(BaseCommand):
    help = "Says whether the scanner answers and how many files wait for it."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--ask", action="store_true", help="ask about what waits, now")
        parser.add_argument(
            "--let-go",
            action="store_true",
            help="give out what waits, UNCHECKED",
        )

    @override
    def handle(self, *args: Any, **options: Any) -> None:
        if options["let_go"]:
            for name in waiting.names():
                waiting.let_go(name)
        if not scanner.is_wanted():
            self._say_waiting()
            self.stdout.write("No scanner is set (OT_CLAMD): files are not checked.")
            return
        if options["ask"]:
            for name, finding in waiting.settle():
                report_infected(by=SYSTEM, stored_name=name, finding=finding)
                self.stdout.write(f"{name}: {finding}")
        self._say_waiting()
        answer = scanner.version()
        if answer.word is scanner.Word.AWAY:
            raise CommandError(f"The scanner does not answer: {answer.detail}")
        self.stdout.write(f"The scanner answers: {answer.detail}")

    def _say_waiting(self) -> None:
        since = waiting.since()
        if since is not None:
            minutes = int((now().timestamp() - since) // 60)
            count = len(waiting.names())
            self.stdout.write(f"Files that wait: {count}, the oldest for {minutes} minutes.")
