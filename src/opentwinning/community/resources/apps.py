"""Registers the app and its wiring."""

from django.apps import AppConfig


class ResourcesConfig(AppConfig):
    name = "opentwinning.community.resources"
    label = "resources"

    def ready(self) -> None:
        from opentwinning.community.resources import wiring  # noqa: F401, PLC0415 - declarations
