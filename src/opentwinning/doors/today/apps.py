"""Registers the app and its wiring."""

from django.apps import AppConfig


class TodayConfig(AppConfig):
    name = "opentwinning.doors.today"
    label = "today"

    def ready(self) -> None:
        from opentwinning.doors.today import wiring  # noqa: F401, PLC0415 - declarations
