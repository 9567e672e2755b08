"""The programme, its countries, their support organisations, mandates, prepared replies,
regions, rules of validation and of inactivity, roles that may join, and holidays."""

from opentwinning.people.support.models.holidays import Holiday
from opentwinning.people.support.models.inactivity import InactivityRules
from opentwinning.people.support.models.mandate import Mandate
from opentwinning.people.support.models.organisation import SupportOrganisation
from opentwinning.people.support.models.programme import Programme
from opentwinning.people.support.models.region import Region
from opentwinning.people.support.models.reply import ReplyTemplate
from opentwinning.people.support.models.roles import RoleList
from opentwinning.people.support.models.rules import ValidationRules

__all__ = [
    "Holiday",
    "InactivityRules",
    "Mandate",
    "Programme",
    "Region",
    "ReplyTemplate",
    "RoleList",
    "SupportOrganisation",
    "ValidationRules",
]
