"""Reading TwinSpaces."""

from opentwinning.collaboration.twinspaces.queries.access import (
    Visit,
    access_member,
    access_twinspace,
    members_of_class,
    twinspace_of,
)
from opentwinning.collaboration.twinspaces.queries.keeping import pupils_to_forget
from opentwinning.collaboration.twinspaces.queries.lists import (
    FirstVisit,
    cover_pictures,
    first_visit_of,
    named_in,
    open_twinspaces_of,
    publishable_in,
    twinspaces_of,
)
from opentwinning.collaboration.twinspaces.queries.news import news_of, since_last_visit
from opentwinning.collaboration.twinspaces.queries.people import (
    clocks_of,
    has_closed_guide,
    own_classes_in,
    schools_in,
)
from opentwinning.collaboration.twinspaces.queries.works import works_of

__all__ = [
    "FirstVisit",
    "Visit",
    "access_member",
    "access_twinspace",
    "clocks_of",
    "cover_pictures",
    "first_visit_of",
    "has_closed_guide",
    "members_of_class",
    "named_in",
    "news_of",
    "open_twinspaces_of",
    "own_classes_in",
    "publishable_in",
    "pupils_to_forget",
    "schools_in",
    "since_last_visit",
    "twinspace_of",
    "twinspaces_of",
    "works_of",
]
