"""Registers the app and its wiring."""

from django.apps import AppConfig


class RecognitionConfig(AppConfig):
    name = "opentwinning.collaboration.recognition"
    label = "recognition"

    def ready(self) -> None:
        from opentwinning.collaboration.recognition import wiring  # noqa: F401, PLC0415 - declarations
