"""Registers the app and its wiring."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "opentwinning.workspace.meetings"
    label = "meetings"

    def ready(self) -> None:
        from opentwinning.workspace.meetings import wiring  # noqa: F401, PLC0415 - declarations
