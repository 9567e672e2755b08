"""Reading organisations."""

from opentwinning.people.organisations.queries.lists import (
    find_organisations,
    organisation_of,
    organisations_of,
)
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
    "find_organisations",
    "imports_of",
    "mapping_of",
    "organisation_of",
    "organisations_of",
    "preview_register",
]
