"""Registers the app and its wiring."""

from django.apps import AppConfig


class ForumsConfig(AppConfig):
    name = "opentwinning.workspace.forums"
    label = "forums"

    def ready(self) -> None:
        from opentwinning.workspace.forums import wiring  # noqa: F401, PLC0415 - declarations
