"""Registers the app and its wiring."""

from django.apps import AppConfig


class ExternalConfig(AppConfig):
    name = "opentwinning.people.external"
    label = "external"

    def ready(self) -> None:
        from opentwinning.people.external import wiring  # noqa: F401, PLC0415 - declarations
