"""Registers the app and its wiring."""

from django.apps import AppConfig


class CalendarConfig(AppConfig):
    name = "opentwinning.workspace.calendar"
    label = "calendar"

    def ready(self) -> None:
        from opentwinning.workspace.calendar import wiring  # noqa: F401, PLC0415 - declarations
