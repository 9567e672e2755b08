"""Registers the app and its wiring."""

from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    name = "opentwinning.workspace.activities"
    label = "activities"

    def ready(self) -> None:
        from opentwinning.workspace.activities import wiring  # noqa: F401, PLC0415 - declarations
