"""Registers the app and its wiring."""

from django.apps import AppConfig


class PostsConfig(AppConfig):
    name = "opentwinning.workspace.posts"
    label = "posts"

    def ready(self) -> None:
        from opentwinning.workspace.posts import wiring  # noqa: F401, PLC0415 - declarations
