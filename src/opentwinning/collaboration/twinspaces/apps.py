"""Registers the app and its wiring."""

from django.apps import AppConfig


class TwinSpacesConfig(AppConfig):
    name = "opentwinning.collaboration.twinspaces"
    label = "twinspaces"

    def ready(self) -> None:
        from opentwinning.collaboration.twinspaces import wiring  # noqa: F401, PLC0415 - declarations
