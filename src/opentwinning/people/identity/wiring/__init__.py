"""The second step after the password, known browsers, the page of proof, notices, privacy."""

from opentwinning.people.identity.wiring import confirming, devices, duty, notices, privacy, steps

__all__ = ["confirming", "devices", "duty", "notices", "privacy", "steps"]
