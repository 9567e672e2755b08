"""Registers the app and its wiring."""

from django.apps import AppConfig


class DraftsConfig(AppConfig):
    name = "opentwinning.facilities.drafts"
    label = "drafts"

    def ready(self) -> None:
        from opentwinning.facilities.drafts import wiring  # noqa: F401, PLC0415 - declarations
