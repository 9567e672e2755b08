"""Registers the app and its wiring."""

from django.apps import AppConfig


class ConsentsConfig(AppConfig):
    name = "opentwinning.people.consents"
    label = "consents"

    def ready(self) -> None:
        from opentwinning.people.consents import wiring  # noqa: F401, PLC0415 - declarations
