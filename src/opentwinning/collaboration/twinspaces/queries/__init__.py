"""Reading TwinSpaces."""

from opentwinning.collaboration.twinspaces.queries.access import (
    Visit,
    access_twinspace,
    twinspace_of,
)
from opentwinning.collaboration.twinspaces.queries.lists import (
    FirstVisit,
    first_visit_of,
    named_in,
    publishable_pages,
    twinspaces_of,
)
from opentwinning.collaboration.twinspaces.queries.news import news_of, since_last_visit
from opentwinning.collaboration.twinspaces.queries.people import (
    clocks_of,
    has_closed_guide,
    own_classes_in,
    schools_in,
)

__all__ = [
    "FirstVisit",
    "Visit",
    "access_twinspace",
    "clocks_of",
    "first_visit_of",
    "has_closed_guide",
    "named_in",
    "news_of",
    "own_classes_in",
    "publishable_pages",
    "schools_in",
    "since_last_visit",
    "twinspace_of",
    "twinspaces_of",
]
