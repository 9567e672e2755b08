"""Setting up the programme, its organisations, mandates, replies and rules."""

from opentwinning.people.support.actions.first import create_first_operator
from opentwinning.people.support.actions.holidays import (
    delete_holiday,
    import_holidays,
    save_holiday,
)
from opentwinning.people.support.actions.inactivity import save_inactivity_rules
from opentwinning.people.support.actions.mandates import (
    appoint_officer,
    confirm_mandate,
    end_mandate,
    end_mandates_of,
)
from opentwinning.people.support.actions.organisations import (
    describe_programme,
    save_support_organisation,
)
from opentwinning.people.support.actions.regions import (
    add_region,
    remove_region,
    rename_region,
)
from opentwinning.people.support.actions.replies import (
    delete_reply_template,
    save_reply_template,
)
from opentwinning.people.support.actions.roles import save_role_list
from opentwinning.people.support.actions.rules import save_validation_rules

__all__ = [
    "add_region",
    "appoint_officer",
    "confirm_mandate",
    "create_first_operator",
    "delete_holiday",
    "delete_reply_template",
    "describe_programme",
    "end_mandate",
    "end_mandates_of",
    "import_holidays",
    "remove_region",
    "rename_region",
    "save_holiday",
    "save_inactivity_rules",
    "save_reply_template",
    "save_role_list",
    "save_support_organisation",
    "save_validation_rules",
]
