"""Registers the app and its wiring."""

from django.apps import AppConfig


class BoxesConfig(AppConfig):
    name = "opentwinning.collaboration.boxes"
    label = "boxes"

    def ready(self) -> None:
        from opentwinning.collaboration.boxes import wiring  # noqa: F401, PLC0415 - declarations
