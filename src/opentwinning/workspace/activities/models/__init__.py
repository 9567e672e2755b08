"""Activities and what is handed in."""

from opentwinning.workspace.activities.models.activity import Activity, Phase
from opentwinning.workspace.activities.models.hand_in import HandIn, HandInFile

__all__ = ["Activity", "HandIn", "HandInFile", "Phase"]
