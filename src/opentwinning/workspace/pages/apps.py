"""Registers the app and its wiring."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "opentwinning.workspace.pages"
    label = "pages"

    def ready(self) -> None:
        from opentwinning.workspace.pages import wiring  # noqa: F401, PLC0415 - declarations
