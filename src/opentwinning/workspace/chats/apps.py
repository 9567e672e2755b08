"""Registers the app and its wiring."""

from django.apps import AppConfig


class ChatsConfig(AppConfig):
    name = "opentwinning.workspace.chats"
    label = "chats"

    def ready(self) -> None:
        from opentwinning.workspace.chats import wiring  # noqa: F401, PLC0415 - declarations
