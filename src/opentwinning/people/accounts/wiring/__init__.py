"""Actor source, recipients, privacy."""

from opentwinning.people.accounts.wiring import privacy, sources

__all__ = ["privacy", "sources"]
