"""Reading organisations."""

from opentwinning.people.organisations.queries.lists import (
    find_organisations,
    organisation_of,
    organisations_of,
)

__all__ = ["find_organisations", "organisation_of", "organisations_of"]
