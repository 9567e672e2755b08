"""Pages of organisations."""

from opentwinning.people.organisations.views.card import edit, organisation
from opentwinning.people.organisations.views.choose import choose, join, leave, register, work
from opentwinning.people.organisations.views.confirmation import answer
from opentwinning.people.organisations.views.map import schools

__all__ = [
    "answer",
    "choose",
    "edit",
    "join",
    "leave",
    "organisation",
    "register",
    "schools",
    "work",
]
