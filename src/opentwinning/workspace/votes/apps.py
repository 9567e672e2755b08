"""Registers the app and its wiring."""

from django.apps import AppConfig


class VotesConfig(AppConfig):
    name = "opentwinning.workspace.votes"
    label = "votes"

    def ready(self) -> None:
        from opentwinning.workspace.votes import wiring  # noqa: F401, PLC0415 - declarations
