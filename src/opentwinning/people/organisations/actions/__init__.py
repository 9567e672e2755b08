"""Everything that changes an organisation."""

from opentwinning.people.organisations.actions.affiliations import (
    end_affiliation,
    join_organisation,
    register_organisation,
)

__all__ = ["end_affiliation", "join_organisation", "register_organisation"]
