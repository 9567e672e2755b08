"""Registers the app and its wiring."""

from django.apps import AppConfig


class SupportConfig(AppConfig):
    name = "opentwinning.people.support"
    label = "support"

    def ready(self) -> None:
        from opentwinning.people.support import wiring  # noqa: F401, PLC0415 - declarations
