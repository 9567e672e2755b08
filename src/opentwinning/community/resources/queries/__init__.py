"""Reading shared resources."""

from opentwinning.community.resources.queries.access import (
    access_resource,
    access_resource_file,
    commented,
    contents_of_resources,
)
from opentwinning.community.resources.queries.lists import (
    Card,
    Wish,
    cards,
    resources_of,
    shelf,
    values_of,
)

__all__ = [
    "Card",
    "Wish",
    "access_resource",
    "access_resource_file",
    "cards",
    "commented",
    "contents_of_resources",
    "resources_of",
    "shelf",
    "values_of",
]
