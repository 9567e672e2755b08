"""The programme, its countries, their support organisations, mandates, prepared replies and
rules of validation."""

from opentwinning.people.support.models.mandate import Mandate
from opentwinning.people.support.models.organisation import SupportOrganisation
from opentwinning.people.support.models.programme import Programme
from opentwinning.people.support.models.reply import ReplyTemplate
from opentwinning.people.support.models.rules import ValidationRules

__all__ = ["Mandate", "Programme", "ReplyTemplate", "SupportOrganisation", "ValidationRules"]
