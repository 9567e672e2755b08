"""Registers the app and its wiring."""

from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    name = "opentwinning.collaboration.projects"
    label = "projects"

    def ready(self) -> None:
        from opentwinning.collaboration.projects import wiring  # noqa: F401, PLC0415 - declarations
