"""Organisations, affiliations, registers."""

from opentwinning.people.organisations.models.affiliation import Affiliation
from opentwinning.people.organisations.models.confirmation import Confirmation
from opentwinning.people.organisations.models.head import Head
from opentwinning.people.organisations.models.merge import Merge, Pair
from opentwinning.people.organisations.models.organisation import Organisation
from opentwinning.people.organisations.models.pin import MapPin
from opentwinning.people.organisations.models.regional import RegionalCheck
from opentwinning.people.organisations.models.register import RegisterImport, RegisterMapping

__all__ = [
    "Affiliation",
    "Confirmation",
    "Head",
    "MapPin",
    "Merge",
    "Organisation",
    "Pair",
    "RegionalCheck",
    "RegisterImport",
    "RegisterMapping",
]
