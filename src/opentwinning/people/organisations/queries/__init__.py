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
    school_regions,
    workplaces_of,
    works_somewhere,
)
from opentwinning.people.organisations.queries.look_alikes import look_alikes
from opentwinning.people.organisations.queries.map import (
    CountryCount,
    CountryMap,
    MapWish,
    Spot,
    countries_on_map,
    country_map,
    kinds_on_map,
    schools_on_map,
    step_of,
    towns_on_map,
)
from opentwinning.people.organisations.queries.outlines import (
    EUROPE,
    Box,
    Frame,
    Land,
    box_of,
    box_of_country,
    lands,
)
from opentwinning.people.organisations.queries.pairs import (
    access_merge,
    access_pair,
    merges_of,
    pairs_of,
)
from opentwinning.people.organisations.queries.positions import (
    Position,
    pin_changes,
    position_of,
)
from opentwinning.people.organisations.queries.regional import (
    access_regional_check,
    checks_waiting_for,
    regional_check_of,
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
    "EUROPE",
    "Box",
    "CountryCount",
    "CountryMap",
    "Frame",
    "Land",
    "Look",
    "MapWish",
    "Position",
    "Preview",
    "Reading",
    "Row",
    "SchoolStep",
    "Spot",
    "Word",
    "access_import",
    "access_merge",
    "access_organisation",
    "access_pair",
    "access_regional_check",
    "affiliations_of",
    "box_of",
    "box_of_country",
    "branches_of",
    "checks_waiting_for",
    "codes_of",
    "confirmations_come_back",
    "countries_on_map",
    "country_map",
    "find_organisations",
    "head_of",
    "imports_of",
    "kept_rows",
    "kinds_on_map",
    "lands",
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
    "pin_changes",
    "places_of",
    "position_of",
    "preview_register",
    "read_as",
    "reading_of",
    "regional_check_of",
    "school_regions",
    "school_step",
    "schools_on_map",
    "step_of",
    "towns_on_map",
    "words_of",
    "workplaces_of",
    "works_somewhere",
]
