"""Registers the app and its wiring."""

from django.apps import AppConfig


class PupilsConfig(AppConfig):
    name = "opentwinning.people.pupils"
    label = "pupils"

    def ready(self) -> None:
        from opentwinning.people.pupils import wiring  # noqa: F401, PLC0415 - declarations
