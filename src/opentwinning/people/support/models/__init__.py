"""The programme, its countries, their support organisations and mandates."""

from opentwinning.people.support.models.mandate import Mandate
from opentwinning.people.support.models.organisation import SupportOrganisation
from opentwinning.people.support.models.programme import Programme

__all__ = ["Mandate", "Programme", "SupportOrganisation"]
