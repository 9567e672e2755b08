"""Actor source and privacy of classes and pupils."""

from opentwinning.people.pupils.wiring import privacy, sources

__all__ = ["privacy", "sources"]
