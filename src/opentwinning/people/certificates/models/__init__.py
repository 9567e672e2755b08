"""Certificates."""

from opentwinning.people.certificates.models.certificate import Certificate

__all__ = ["Certificate"]
