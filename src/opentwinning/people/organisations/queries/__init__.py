"""Reading organisations."""

from opentwinning.people.organisations.queries.access import access_organisation
from opentwinning.people.organisations.queries.lists import (
    affiliations_of,
    branches_of,
    find_organisations,
    members_count,
    organisation_of,
    organisations_at,
    organisations_of,
    works_somewhere,
)
from opentwinning.people.organisations.queries.look_alikes import look_alikes
from opentwinning.people.organisations.queries.register_file import Row
from opentwinning.people.organisations.queries.registers import (
    Preview,
    imports_of,
    mapping_of,
    preview_register,
)

__all__ = [
    "Preview",
    "Row",
    "access_organisation",
    "affiliations_of",
    "branches_of",
    "find_organisations",
    "imports_of",
    "look_alikes",
    "mapping_of",
    "members_count",
    "organisation_of",
    "organisations_at",
    "organisations_of",
    "preview_register",
    "works_somewhere",
]
