"""Registers the app and its wiring."""

from django.apps import AppConfig


class EducatorsConfig(AppConfig):
    name = "opentwinning.people.educators"
    label = "educators"

    def ready(self) -> None:
        from opentwinning.people.educators import wiring  # noqa: F401, PLC0415 - declarations
