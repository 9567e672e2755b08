"""Registers the app and its wiring."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "opentwinning.doors.desk"
    label = "desk"

    def ready(self) -> None:
        from opentwinning.doors.desk import wiring  # noqa: F401, PLC0415 - declarations
