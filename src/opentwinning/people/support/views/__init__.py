"""Pages of offices, mandates, the programme, prepared replies and rules of validation."""

from opentwinning.people.support.views.central import (
    confirm,
    end_mandate,
    mandates,
    programme,
)
from opentwinning.people.support.views.offices import edit, new, office, offices
from opentwinning.people.support.views.replies import delete_reply, edit_reply, replies
from opentwinning.people.support.views.rules import validation_rules

__all__ = [
    "confirm",
    "delete_reply",
    "edit",
    "edit_reply",
    "end_mandate",
    "mandates",
    "new",
    "office",
    "offices",
    "programme",
    "replies",
    "validation_rules",
]
