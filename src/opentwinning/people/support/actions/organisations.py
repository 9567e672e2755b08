"""The programme and its offices."""

from typing import Any

from opentwinning.core.actions import action
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import deny_unless
from opentwinning.people.support.models import Programme, SupportOrganisation
from opentwinning.people.support.policies import (
    may_describe_programme,
    may_edit_support_organisation,
)


@action
def describe_programme(*, by: Actor, **details: Any) -> Programme:
    """Set the instance's programme; there is one."""
    deny_unless(may_describe_programme(by))
    programme = Programme.objects.first() or Programme()
    for name, value in details.items():
        setattr(programme, name, value)
    programme.save()
    return programme


@action
def save_support_organisation(*, by: Actor, country: str, **details: Any) -> SupportOrganisation:
    """Create or edit the office of one country."""
    office = SupportOrganisation.objects.filter(country=country).first()
    deny_unless(may_edit_support_organisation(by, office))
    office = office or SupportOrganisation(country=country)
    for name, value in details.items():
        setattr(office, name, value)
    office.save()
    return office
