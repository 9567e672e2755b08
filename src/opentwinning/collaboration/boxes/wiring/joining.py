"""Two accounts of one person become one: a second box in the making is not needed, and the daily
sweep takes its content off the disk."""

from opentwinning.collaboration.boxes.models import Box
from opentwinning.core.joining import drops

drops(Box)
