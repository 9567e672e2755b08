"""The second step after the password, the page of proof, notices, privacy."""

from opentwinning.people.identity.wiring import confirming, duty, notices, privacy, steps

__all__ = ["confirming", "duty", "notices", "privacy", "steps"]
