"""The programme, its countries, their support organisations, mandates and prepared replies."""

from opentwinning.people.support.models.mandate import Mandate
from opentwinning.people.support.models.organisation import SupportOrganisation
from opentwinning.people.support.models.programme import Programme
from opentwinning.people.support.models.reply import ReplyTemplate

__all__ = ["Mandate", "Programme", "ReplyTemplate", "SupportOrganisation"]
