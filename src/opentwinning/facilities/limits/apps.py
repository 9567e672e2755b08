"""Registers the app and its wiring."""

from django.apps import AppConfig


class LimitsConfig(AppConfig):
    name = "opentwinning.facilities.limits"
    label = "limits"

    def ready(self) -> None:
        from opentwinning.facilities.limits import wiring  # noqa: F401, PLC0415 - declarations
