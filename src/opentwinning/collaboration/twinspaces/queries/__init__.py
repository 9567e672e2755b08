"""Reading TwinSpaces."""

from opentwinning.collaboration.twinspaces.queries.access import (
    Visit,
    access_twinspace,
    twinspace_of,
)

__all__ = ["Visit", "access_twinspace", "twinspace_of"]
