"""Two profiles of one educator become one: her classes are owned once."""

from opentwinning.core.joining import drops
from opentwinning.people.pupils.models import ClassOwner

drops(ClassOwner)
