"""The educator finds her school, or registers it as its first teacher (R-15…R-18)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.facilities.search import actions as search
from opentwinning.people.educators.actions import check_again, request_validation
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.vocabulary import SchoolChange, ValidationState
from opentwinning.people.organisations.actions.heads import tell_head
from opentwinning.people.organisations.events import AffiliationEnded, EducatorAffiliated
from opentwinning.people.organisations.models import Affiliation, Organisation
from opentwinning.people.organisations.policies import may_describe_work, may_join_organisation
from opentwinning.people.organisations.queries.lists import (
    checked_affiliations_of,
    search_text,
)
from opentwinning.people.organisations.vocabulary import Source
from opentwinning.people.support.queries import rules_of

_CODE_MISSING = pgettext_lazy("school", "Write the official number of the school.")
_CODE_KNOWN = pgettext_lazy(
    "school", "A school with this number is here already. Search for it by the number."
)
_CHECKED = frozenset({ValidationState.VALIDATED, ValidationState.MOVED})
_ASKING = frozenset({ValidationState.WAITING, ValidationState.ASKED})


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
    elif is_new and educator.validation_state in _CHECKED:
        is_known = checked_affiliations_of(educator).exists()
        change = SchoolChange.ANOTHER if is_known else SchoolChange.ONLY_NEW
        check_again(by=by, educator=educator, change=change)
    return affiliation


@action
def register_organisation(  # noqa: PLR0913 - the fields of the form
    *,
    by: Actor,
    educator: Educator,
    name: str,
    place: str,
    postcode: str,
    kind: str,
    website: str,
    legal_name: str = "",
    region: str = "",
    code: str = "",
    system_country: str = "",
    head_name: str = "",
    head_email: str = "",
) -> Organisation:
    """The first teacher of a school writes it down and joins it; its head gets one message (X-10,
    X-11). Without the address of a head nobody is written to."""
    deny_unless(may_join_organisation(by, educator.country, educator.country))
    _check_code(educator.country, code)
    organisation = Organisation.objects.create(
        country=educator.country,
        name=name,
        legal_name=legal_name,
        place=place,
        postcode=postcode,
        kind=kind,
        website=website,
        region=region,
        code=code,
        system_country=system_country,
        source=Source.FIRST_TEACHER,
    )
    search.index("organisation", organisation.pk, search_text(organisation))
    join_organisation(by=by, educator=educator, organisation=organisation)
    if head_email:
        tell_head(by=by, organisation=organisation, educator=educator,
                  name=head_name, email=head_email)  # fmt: skip
    note(organisation)
    return organisation


def _check_code(country: str, code: str) -> None:
    """The number of a school is told where the country says so, and stands once."""
    if not code:
        if rules_of(country).needs_code:
            raise Invalid(_CODE_MISSING, "code")
    elif Organisation.objects.filter(country=country, code=code).exists():
        raise Invalid(_CODE_KNOWN, "code")


@action
def end_affiliation(*, by: Actor, affiliation: Affiliation) -> None:
    """The educator no longer works there. Whoever listens may refuse with ``Invalid``: somebody
    depends on her. Without a school that was checked she is checked again (X-07)."""
    deny_unless(
        may_join_organisation(
            by, affiliation.organisation.country, affiliation.organisation.country
        )
    )
    affiliation.ended_at = now()
    affiliation.save(update_fields=["ended_at"])
    educator = Educator.objects.select_related("account").get(pk=affiliation.educator_id)
    emit(AffiliationEnded(educator.pk, educator.account_id, affiliation.organisation_id))
    change = _change_after_leaving(educator)
    if change is not None:
        check_again(by=by, educator=educator, change=change)


@action
def describe_work(
    *, by: Actor, affiliation: Affiliation, position: str, is_main: bool
) -> Affiliation:
    """What she does at one of her schools, and whether it is her main one (R-24). Where she works
    has not changed: nobody checks her again."""
    deny_unless(may_describe_work(by, affiliation))
    mine = Affiliation.objects.select_for_update().filter(
        educator=affiliation.educator_id, ended_at=None
    )
    found = mine.get(pk=affiliation.pk)
    if is_main:
        mine.exclude(pk=found.pk).update(is_main=False)
    found.position, found.is_main = position, is_main
    found.save(update_fields=["position", "is_main"])
    note(found, position=position, is_main=is_main)
    return found


def _change_after_leaving(educator: Educator) -> SchoolChange | None:
    state = educator.validation_state
    if not Affiliation.objects.filter(educator=educator, ended_at=None).exists():
        return SchoolChange.NONE_LEFT if state in _CHECKED | _ASKING else None
    if state in _CHECKED and not checked_affiliations_of(educator).exists():
        return SchoolChange.ONLY_NEW
    return None
