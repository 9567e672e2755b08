"""Registers the app and its wiring."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "opentwinning.facilities.audit"
    label = "audit"

    def ready(self) -> None:
        from opentwinning.facilities.audit import wiring  # noqa: F401, PLC0415 - declarations
