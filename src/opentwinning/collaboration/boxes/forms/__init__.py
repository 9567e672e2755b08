"""Forms of boxes."""

from opentwinning.collaboration.boxes.forms.arrival import BringForm

__all__ = ["BringForm"]
