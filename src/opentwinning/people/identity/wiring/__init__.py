"""The second step after the password, the page of proof, notices, privacy."""

from opentwinning.people.identity.wiring import confirming, notices, privacy, steps

__all__ = ["confirming", "notices", "privacy", "steps"]
