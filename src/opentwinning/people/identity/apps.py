"""Registers the app and its wiring."""

from django.apps import AppConfig


class IdentityConfig(AppConfig):
    name = "opentwinning.people.identity"
    label = "identity"

    def ready(self) -> None:
        from opentwinning.people.identity import wiring  # noqa: F401, PLC0415 - declarations
