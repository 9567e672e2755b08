"""The educator finds her school, or registers it as its first teacher (R-15…R-18)."""

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import deny_unless
from opentwinning.facilities.search import actions as search
from opentwinning.people.educators.actions import request_validation
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.vocabulary import ValidationState
from opentwinning.people.organisations.events import EducatorAffiliated
from opentwinning.people.organisations.models import Affiliation, Organisation
from opentwinning.people.organisations.policies import may_join_organisation
from opentwinning.people.organisations.queries.lists import search_text
from opentwinning.people.organisations.vocabulary import Source


@action
def join_organisation(*, by: Actor, educator: Educator, organisation: Organisation) -> Affiliation:
    """Join a school that is already here; the first school also asks for validation (R-16)."""
    deny_unless(may_join_organisation(by, organisation.country, educator.country))
    affiliation, is_new = Affiliation.objects.get_or_create(
        educator=educator, organisation=organisation, ended_at=None
    )
    if is_new:
        emit(EducatorAffiliated(educator.pk, organisation.pk))
    if educator.validation_state == ValidationState.REGISTERED:
        request_validation(by=by, educator=educator)
    return affiliation


@action
def register_organisation(  # noqa: PLR0913 - the fields of the form
    *, by: Actor, educator: Educator, name: str, place: str, postcode: str, kind: str, website: str
) -> Organisation:
    """The first teacher of a school writes it down and joins it."""
    deny_unless(may_join_organisation(by, educator.country, educator.country))
    organisation = Organisation.objects.create(
        country=educator.country,
        name=name,
        place=place,
        postcode=postcode,
        kind=kind,
        website=website,
        source=Source.FIRST_TEACHER,
    )
    search.index("organisation", organisation.pk, search_text(organisation))
    join_organisation(by=by, educator=educator, organisation=organisation)
    note(organisation)
    return organisation


@action
def end_affiliation(*, by: Actor, affiliation: Affiliation) -> None:
    """The educator no longer works there."""
    deny_unless(
        may_join_organisation(
            by, affiliation.organisation.country, affiliation.organisation.country
        )
    )
    affiliation.ended_at = now()
    affiliation.save(update_fields=["ended_at"])
