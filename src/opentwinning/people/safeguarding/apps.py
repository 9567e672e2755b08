"""Registers the app and its wiring."""

from django.apps import AppConfig


class SafeguardingConfig(AppConfig):
    name = "opentwinning.people.safeguarding"
    label = "safeguarding"

    def ready(self) -> None:
        from opentwinning.people.safeguarding import wiring  # noqa: F401, PLC0415 - declarations
