"""Two profiles of one educator become one: she thanked once and keeps once."""

from opentwinning.community.resources.models import Kept, Thanks
from opentwinning.core.joining import drops

drops(Thanks, Kept)
