"""Who may register, join and import organisations (matrix row 10)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import Actor, Role
from opentwinning.core.verdicts import Verdict, granted, hidden, refused
from opentwinning.people.organisations.models import (
    Affiliation,
    Confirmation,
    Organisation,
    RegionalCheck,
)
from opentwinning.people.support.queries import is_in_charge, regions_answered_by


def may_join_organisation(actor: Actor, country: str, own_country: str) -> Verdict:
    """An educator joins a school of her own country."""
    if not actor.is_a(Role.EDUCATOR, Role.VALIDATED):
        return refused(pgettext_lazy("school", "Only educators join a school."))
    if country != own_country:
        return refused(pgettext_lazy("school", "This school is in another country."))
    return granted()


def may_describe_work(actor: Actor, affiliation: Affiliation) -> Verdict:
    """Only she herself says what she does at a school."""
    own = actor.account_id is not None and actor.account_id == affiliation.educator.account_id
    return granted() if own and affiliation.ended_at is None else hidden()


def may_edit_organisation(actor: Actor, organisation: Organisation) -> Verdict:
    """An officer in charge of its country (rows 3 and 10)."""
    return granted() if is_in_charge(actor, organisation.country) else hidden()


def may_count_members(actor: Actor) -> Verdict:
    """Members of the programme learn how many colleagues a school has, the public does not."""
    if actor.is_a(Role.VALIDATED, Role.NATIONAL_OFFICER, Role.CENTRAL_OFFICER):
        return granted()
    return hidden()


def may_import_register(actor: Actor, country: str) -> Verdict:
    """An officer of the country, the centre, the operator."""
    if actor.is_a(Role.OPERATOR, Role.SYSTEM) or is_in_charge(actor, country):
        return granted()
    return refused(pgettext_lazy("school", "This register belongs to another country."))


def may_draw_map(actor: Actor) -> Verdict:
    """The house itself."""
    return granted() if actor.is_a(Role.SYSTEM) else hidden()


def may_rename_regions(actor: Actor) -> Verdict:
    """The house itself, when an office has renamed a region."""
    return granted() if actor.is_a(Role.SYSTEM) else hidden()


def may_ask_schools(actor: Actor) -> Verdict:
    """The house itself, when somebody asks for validation."""
    return granted() if actor.is_a(Role.SYSTEM) else hidden()


def may_answer_for_school(actor: Actor, confirmation: Confirmation) -> Verdict:
    """Whoever holds the link of the mail, except the person it is about."""
    if actor.account_id is not None and actor.account_id == confirmation.educator.account_id:
        return refused(pgettext_lazy("confirmation", "Somebody else at your school must answer."))
    return granted()


def may_ask_regions(actor: Actor) -> Verdict:
    """The house itself, when somebody asks for validation."""
    return granted() if actor.is_a(Role.SYSTEM) else hidden()


def may_answer_for_region(actor: Actor, check: RegionalCheck) -> Verdict:
    """An officer of that region, in time, never about herself (X-06, B13)."""
    regions = {(region.country, region.code) for region in regions_answered_by(actor)}
    is_hers = (check.educator.country, check.region) in regions
    is_own = check.educator.account_id == actor.account_id
    return granted() if is_hers and check.is_open and not is_own else hidden()
