"""Registers the app and its wiring."""

from django.apps import AppConfig


class CertificatesConfig(AppConfig):
    name = "opentwinning.people.certificates"
    label = "certificates"

    def ready(self) -> None:
        from opentwinning.people.certificates import wiring  # noqa: F401, PLC0415 - declarations
