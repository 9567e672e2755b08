"""Pages of offices, mandates, the programme, prepared replies, regions,
rules of validation, roles and holidays."""

from opentwinning.people.support.views.central import (
    confirm,
    end_mandate,
    mandates,
    programme,
)
from opentwinning.people.support.views.holidays import (
    delete_holiday,
    edit_holiday,
    holidays,
    import_holidays,
)
from opentwinning.people.support.views.inactivity import inactivity
from opentwinning.people.support.views.offices import edit, new, office, offices
from opentwinning.people.support.views.regions import delete_region, edit_region, regions
from opentwinning.people.support.views.replies import delete_reply, edit_reply, replies
from opentwinning.people.support.views.roles import programme_roles, roles
from opentwinning.people.support.views.rules import validation_rules

__all__ = [
    "confirm",
    "delete_holiday",
    "delete_region",
    "delete_reply",
    "edit",
    "edit_holiday",
    "edit_region",
    "edit_reply",
    "end_mandate",
    "holidays",
    "import_holidays",
    "inactivity",
    "mandates",
    "new",
    "office",
    "offices",
    "programme",
    "programme_roles",
    "regions",
    "replies",
    "roles",
    "validation_rules",
]
