"""Registers the app and its wiring."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "opentwinning.facilities.notifications"
    label = "notifications"

    def ready(self) -> None:
        from opentwinning.facilities.notifications import wiring  # noqa: F401, PLC0415 - declarations
