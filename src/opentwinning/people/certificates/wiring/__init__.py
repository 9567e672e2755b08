"""Places and privacy of certificates."""

from opentwinning.people.certificates.wiring import places, privacy

__all__ = ["places", "privacy"]
