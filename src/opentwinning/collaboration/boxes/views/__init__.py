"""Ask for a box, see how far it is, download it."""

from opentwinning.collaboration.boxes.views.boxes import box, content, progress

__all__ = ["box", "content", "progress"]
