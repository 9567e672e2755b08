"""Registers the app and its wiring."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "opentwinning.facilities.search"
    label = "search"

    def ready(self) -> None:
        from opentwinning.facilities.search import wiring  # noqa: F401, PLC0415 - declarations
