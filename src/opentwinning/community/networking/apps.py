"""Registers the app and its wiring."""

from django.apps import AppConfig


class NetworkingConfig(AppConfig):
    name = "opentwinning.community.networking"
    label = "networking"

    def ready(self) -> None:
        from opentwinning.community.networking import wiring  # noqa: F401, PLC0415 - declarations
