"""Registers the app and its wiring."""

from django.apps import AppConfig


class RemarksConfig(AppConfig):
    name = "opentwinning.workspace.remarks"
    label = "remarks"

    def ready(self) -> None:
        from opentwinning.workspace.remarks import wiring  # noqa: F401, PLC0415 - declarations
