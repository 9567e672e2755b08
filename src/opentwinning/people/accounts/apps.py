"""Registers the app and its wiring."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "opentwinning.people.accounts"
    label = "accounts"

    def ready(self) -> None:
        from opentwinning.people.accounts import wiring  # noqa: F401, PLC0415 - declarations
