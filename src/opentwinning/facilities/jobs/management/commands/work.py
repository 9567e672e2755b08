"""The worker: ``python -m opentwinning work``."""

import signal
from types import FrameType
from typing import Any, override

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections

from opentwinning.core.clock import now
from opentwinning.facilities.jobs.actions import reap, run_one, tick
from opentwinning.facilities.jobs.adapters.bell import wait

PAUSE = 1.0  # seconds between looks at an empty table
ROUND = 30  # seconds between rounds of schedule and reaper


class Command(BaseCommand):
    help = "Runs jobs until it is told to stop; finishes the job in hand."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="run what is due, then stop")

    @override
    def handle(self, *args: Any, **options: Any) -> None:
        self._going = True
        signal.signal(signal.SIGTERM, self._stop)
        signal.signal(signal.SIGINT, self._stop)
        last_round = None
        while self._going:
            if last_round is None or (now() - last_round).total_seconds() >= ROUND:
                reap()
                tick()
                last_round = now()
            if run_one():
                continue
            if options["once"]:
                return
            close_old_connections()
            wait(PAUSE)

    def _stop(self, signum: int, frame: FrameType | None) -> None:
        self._going = False
