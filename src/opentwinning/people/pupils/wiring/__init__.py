"""Privacy of classes and pupils."""

from opentwinning.people.pupils.wiring import privacy

__all__ = ["privacy"]
