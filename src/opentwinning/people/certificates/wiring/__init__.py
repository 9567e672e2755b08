"""Privacy of certificates."""

from opentwinning.people.certificates.wiring import privacy

__all__ = ["privacy"]
