"""Registers the app and its wiring."""

from django.apps import AppConfig


class CommentsConfig(AppConfig):
    name = "opentwinning.community.comments"
    label = "comments"

    def ready(self) -> None:
        from opentwinning.community.comments import wiring  # noqa: F401, PLC0415 - declarations
