"""Registers the app and its wiring."""

from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "opentwinning.community.papers"
    label = "papers"

    def ready(self) -> None:
        from opentwinning.community.papers import wiring  # noqa: F401, PLC0415 - declarations
