"""The programme and its offices."""

from typing import Any

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import deny_unless
from opentwinning.people.support.models import Programme, SupportOrganisation
from opentwinning.people.support.policies import (
    may_describe_programme,
    may_edit_support_organisation,
)

PROGRAMME_FIELDS = (
    "name", "tagline", "owner", "contact_email", "school_year_starts_month",
    "school_year_starts_day",
)  # fmt: skip
OFFICE_FIELDS = (
    "name", "name_en", "language", "time_zone", "email", "postal_address", "phone", "hours",
    "website", "social", "ambassadors", "usual_days", "is_active",
)  # fmt: skip


@action
def describe_programme(*, by: Actor, **details: Any) -> Programme:
    """Set the instance's programme; there is one."""
    deny_unless(may_describe_programme(by))
    programme = Programme.objects.first() or Programme()
    note(before={name: getattr(programme, name) for name in details})
    _fill(programme, PROGRAMME_FIELDS, details)
    programme.save()
    return programme


@action
def save_support_organisation(*, by: Actor, country: str, **details: Any) -> SupportOrganisation:
    """Create or edit the office of one country."""
    office = SupportOrganisation.objects.filter(country=country).first()
    deny_unless(may_edit_support_organisation(by, office))
    office = office or SupportOrganisation(country=country)
    note(before={name: getattr(office, name) for name in details}, country=country)
    _fill(office, OFFICE_FIELDS, details)
    office.save()
    return office


def _fill(thing: Programme | SupportOrganisation, fields: tuple[str, ...], details: Any) -> None:
    unknown = set(details) - set(fields)
    if unknown:
        raise TypeError(f"not fields of {type(thing).__name__}: {sorted(unknown)}")
    for name, value in details.items():
        setattr(thing, name, value)
