"""Registers the app and its wiring."""

from django.apps import AppConfig


class WallsConfig(AppConfig):
    name = "opentwinning.community.walls"
    label = "walls"

    def ready(self) -> None:
        from opentwinning.community.walls import wiring  # noqa: F401, PLC0415 - declarations
