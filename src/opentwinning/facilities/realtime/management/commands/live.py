"""The process that holds the sockets: ``python -m opentwinning live``."""

from typing import Any, override

import uvicorn
from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from opentwinning.facilities.realtime.adapters.server import Sockets
from opentwinning.facilities.realtime.vocabulary import MAX_FRAME, PING, SILENCE


class Command(BaseCommand):
    help = "Holds the sockets of those who write together, until it is told to stop."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="IP address to listen on")
        parser.add_argument("--port", type=int, default=8001)
        # For a site without a proxy in front.
        parser.add_argument("--certificate", help="file with the certificate")
        parser.add_argument("--key", help="file with its key")

    @override
    def handle(self, *args: Any, **options: Any) -> None:
        uvicorn.run(
            Sockets(settings.ENVIRONMENT.redis_url),
            host=options["host"],
            port=options["port"],
            ssl_certfile=options["certificate"],
            ssl_keyfile=options["key"],
            ws="websockets-sansio",
            ws_max_size=MAX_FRAME,
            ws_ping_interval=PING,
            ws_ping_timeout=SILENCE,
            ws_per_message_deflate=False,
            lifespan="on",
            access_log=False,
            log_level="warning",
            server_header=False,
            timeout_graceful_shutdown=5,
        )
