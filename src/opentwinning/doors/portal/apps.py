"""Registers the app and its wiring."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "opentwinning.doors.portal"
    label = "portal"

    def ready(self) -> None:
        from opentwinning.doors.portal import wiring  # noqa: F401, PLC0415 - declarations
