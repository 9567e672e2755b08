"""An officer puts a record right (row 3), or a region gets another name."""

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.verdicts import deny_unless
from opentwinning.facilities.search import actions as search
from opentwinning.people.organisations.models import Organisation
from opentwinning.people.organisations.policies import may_edit_organisation, may_rename_regions
from opentwinning.people.organisations.queries.lists import search_text
from opentwinning.people.organisations.vocabulary import EDITABLE, OrganisationState


@action
def edit_organisation(
    *, by: Actor, organisation: Organisation, is_closed: bool, **details: str | float | None
) -> Organisation:
    """Change how a school is written, or close one that is no more; its educators stay with it."""
    deny_unless(may_edit_organisation(by, organisation))
    unknown = set(details) - set(EDITABLE)
    if unknown:
        raise TypeError(f"not fields of an organisation: {sorted(unknown)}")
    before = {name: getattr(organisation, name) for name in details}
    for name, value in details.items():
        setattr(organisation, name, value)
    organisation.state = OrganisationState.CLOSED if is_closed else OrganisationState.ACTIVE
    organisation.updated_at = now()
    organisation.save()
    if is_closed:
        search.forget("organisation", organisation.pk)
    else:
        search.index("organisation", organisation.pk, search_text(organisation))
    note(organisation, before=before, after=details, is_closed=is_closed)
    return organisation


@action
def rename_region_of_schools(*, by: Actor, country: str, before: str, after: str) -> int:
    """The schools of a region carry its new name; how many there were."""
    deny_unless(may_rename_regions(by))
    schools = list(Organisation.objects.filter(country=country, region=before))
    for school in schools:
        school.region = after
    Organisation.objects.filter(country=country, region=before).update(
        region=after, updated_at=now()
    )
    found = [each for each in schools if each.state == OrganisationState.ACTIVE]
    search.index_many("organisation", [(each.pk, search_text(each)) for each in found])
    note(country=country, before=before, after=after, schools=len(schools))
    return len(schools)
