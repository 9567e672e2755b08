"""Registers the app and its wiring."""

from django.apps import AppConfig


class SpacesConfig(AppConfig):
    name = "opentwinning.workspace.spaces"
    label = "spaces"

    def ready(self) -> None:
        from opentwinning.workspace.spaces import wiring  # noqa: F401, PLC0415 - declarations
