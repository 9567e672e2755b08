"""Reading organisations."""

from opentwinning.people.organisations.queries.access import access_organisation
from opentwinning.people.organisations.queries.confirmations import (
    SchoolStep,
    confirmations_come_back,
    open_confirmation,
    school_step,
)
from opentwinning.people.organisations.queries.findings import codes_of, kept_rows, look_through
from opentwinning.people.organisations.queries.intake import (
    Look,
    Word,
    access_import,
    look_into,
    read_as,
    words_of,
)
from opentwinning.people.organisations.queries.lists import (
    affiliations_of,
    branches_of,
    find_organisations,
    head_of,
    members_count,
    merged_into,
    organisation_of,
    organisations_of,
    places_of,
    workplaces_of,
    works_somewhere,
)
from opentwinning.people.organisations.queries.look_alikes import look_alikes
from opentwinning.people.organisations.queries.pairs import (
    access_merge,
    access_pair,
    merges_of,
    pairs_of,
)
from opentwinning.people.organisations.queries.register_file import Row
from opentwinning.people.organisations.queries.registers import (
    Preview,
    imports_of,
    mapping_of,
    preview_register,
    reading_of,
)
from opentwinning.people.organisations.queries.tables import Reading

__all__ = [
    "Look",
    "Preview",
    "Reading",
    "Row",
    "SchoolStep",
    "Word",
    "access_import",
    "access_merge",
    "access_organisation",
    "access_pair",
    "affiliations_of",
    "branches_of",
    "codes_of",
    "confirmations_come_back",
    "find_organisations",
    "head_of",
    "imports_of",
    "kept_rows",
    "look_alikes",
    "look_into",
    "look_through",
    "mapping_of",
    "members_count",
    "merged_into",
    "merges_of",
    "open_confirmation",
    "organisation_of",
    "organisations_of",
    "pairs_of",
    "places_of",
    "preview_register",
    "read_as",
    "reading_of",
    "school_step",
    "words_of",
    "workplaces_of",
    "works_somewhere",
]
