"""Registers the app and its wiring."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "opentwinning.people.organisations"
    label = "organisations"

    def ready(self) -> None:
        from opentwinning.people.organisations import wiring  # noqa: F401, PLC0415 - declarations
