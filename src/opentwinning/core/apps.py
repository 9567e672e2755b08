"""The bottom floor as a Django app: templates, static files, tags."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "opentwinning.core"
    label = "core"
