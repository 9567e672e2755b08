"""Registers the app and its wiring."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "opentwinning.workspace.files"
    label = "files"

    def ready(self) -> None:
        from opentwinning.workspace.files import wiring  # noqa: F401, PLC0415 - declarations
