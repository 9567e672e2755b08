"""Pages of organisations."""

from opentwinning.people.organisations.views.card import edit, organisation
from opentwinning.people.organisations.views.choose import choose, join, leave, register

__all__ = ["choose", "edit", "join", "leave", "organisation", "register"]
