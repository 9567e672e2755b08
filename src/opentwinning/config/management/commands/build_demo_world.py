"""`build_demo_world`: fill an empty platform with the demo world."""

import secrets
import time
from argparse import ArgumentParser
from typing import Any, override

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from opentwinning.config.demo.builder import build, is_built
from opentwinning.people.accounts.models import Account

_WORDS = (
    "amber", "anchor", "birch", "bread", "bridge", "cloud", "comet", "crane", "field", "fiddle",
    "gull", "hazel", "heron", "honey", "island", "juniper", "kettle", "lantern", "linden", "meadow",
    "moss", "orange", "otter", "pebble", "plum", "raven", "ribbon", "river", "sail", "salt", "seal",
    "snail", "stone", "stork", "thread", "thyme", "tide", "tower", "walnut", "willow", "window",
)  # fmt: skip


class Command(BaseCommand):
    help = "Fill an empty platform with invented people and projects, and list how they sign in."

    @override
    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--password", default="", help="password of all demo people (default: made by chance)"
        )

    @override
    def handle(self, *args: Any, **options: Any) -> None:
        """Build once: a second call says so and changes nothing."""
        if is_built():
            self.stdout.write("The demo world is here already.")
            return
        if Account.objects.exists():
            raise CommandError("This platform is in use. The demo world needs an empty one.")
        begun = time.monotonic()
        settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
        password = options["password"] or _password()
        world = build(password=password, folder=settings.DATA_DIR, address=settings.ADDRESS)
        self.stdout.write(
            f"Built the demo world: {len(world.accounts)} people, "
            f"{time.monotonic() - begun:.1f} s. Sign-ins: {settings.DATA_DIR}/demo-sign-ins.txt"
        )


def _password() -> str:
    words = "-".join(secrets.choice(_WORDS) for _ in range(4))
    return f"{words}-{secrets.randbelow(90) + 10}"
