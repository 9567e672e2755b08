"""Everything that changes an organisation."""

from opentwinning.people.organisations.actions.affiliations import (
    end_affiliation,
    join_organisation,
    register_organisation,
)
from opentwinning.people.organisations.actions.records import edit_organisation
from opentwinning.people.organisations.actions.registers import (
    import_register,
    save_register_mapping,
)

__all__ = [
    "edit_organisation",
    "end_affiliation",
    "import_register",
    "join_organisation",
    "register_organisation",
    "save_register_mapping",
]
