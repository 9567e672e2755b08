"""Two profiles of one educator become one: she works where either worked."""

from collections.abc import Mapping
from typing import Any

from opentwinning.core.joining import merges
from opentwinning.people.organisations.models import Affiliation


def _longer(kept: Affiliation, gone: Affiliation) -> Mapping[str, Any]:
    return {"since": min(kept.since, gone.since)}


merges(Affiliation, _longer)
