"""Registers the app and its wiring."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "opentwinning.facilities.jobs"
    label = "jobs"

    def ready(self) -> None:
        from opentwinning.facilities.jobs import wiring  # noqa: F401, PLC0415 - declarations
