"""Who may set up offices and mandates (matrix rows 55, 58, 61)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import Actor, Role
from opentwinning.core.verdicts import Verdict, granted, hidden, refused
from opentwinning.people.support.models import Mandate, SupportOrganisation

_CENTRE = pgettext_lazy("support", "Only the central office may do this.")


def may_set_up_the_first(actor: Actor) -> Verdict:
    """Only from the machine's own console (A18)."""
    return granted() if actor.is_a(Role.SYSTEM) else hidden()


def may_describe_programme(actor: Actor) -> Verdict:
    """The centre, and the operator while setting up."""
    if actor.is_a(Role.CENTRAL_OFFICER, Role.OPERATOR, Role.SYSTEM):
        return granted()
    return refused(_CENTRE)


def may_edit_support_organisation(actor: Actor, office: SupportOrganisation | None) -> Verdict:
    """The centre all of them, a national officer her own country's."""
    if actor.is_a(Role.CENTRAL_OFFICER, Role.OPERATOR, Role.SYSTEM):
        return granted()
    if office is not None and office.country in actor.countries:
        return granted()
    return refused(pgettext_lazy("support", "This office belongs to another country."))


def may_choose_roles(actor: Actor, country: str, office: SupportOrganisation | None) -> Verdict:
    """Like editing the office of a country; the programme's list belongs to the centre (C-13)."""
    if country:
        return may_edit_support_organisation(actor, office)
    return granted() if actor.is_a(Role.CENTRAL_OFFICER, Role.SYSTEM) else refused(_CENTRE)


def may_keep_holidays(actor: Actor, country: str) -> Verdict:
    """Officers of the country and the centre; the house itself."""
    if actor.is_a(Role.CENTRAL_OFFICER, Role.SYSTEM) or country in actor.countries:
        return granted()
    return refused(pgettext_lazy("support", "This office belongs to another country."))


def may_appoint_officer(actor: Actor, *, central: bool) -> Verdict:
    """The centre appoints national officers and proposes central ones; the operator only sets up
    the first central one (row 58)."""
    if actor.is_a(Role.SYSTEM, Role.CENTRAL_OFFICER):
        return granted()
    if central and actor.is_a(Role.OPERATOR):
        if not Mandate.objects.filter(country="", revoked_at=None).exists():
            return granted()
        return refused(
            pgettext_lazy("support", "There is a central officer already. Ask that person.")
        )
    return refused(_CENTRE)


def may_confirm_mandate(actor: Actor, mandate: Mandate) -> Verdict:
    """A second central officer: neither the one who proposed nor the one who gets it (B7)."""
    if not actor.is_a(Role.CENTRAL_OFFICER):
        return refused(_CENTRE)
    if actor.account_id in {mandate.proposed_by_account_id, mandate.account_id}:
        return refused(pgettext_lazy("support", "Another central officer must confirm this."))
    return granted()


def may_end_mandates_of(actor: Actor) -> Verdict:
    """The house itself, when an officer is erased."""
    return granted() if actor.is_a(Role.SYSTEM) else hidden()


def may_see_mandates(actor: Actor) -> Verdict:
    """The centre and the operator."""
    return granted() if actor.is_a(Role.CENTRAL_OFFICER, Role.OPERATOR) else hidden()


def may_edit_replies(actor: Actor, country: str) -> Verdict:
    """Officers of the country; replies for every country belong to the centre."""
    if actor.is_a(Role.SYSTEM, Role.CENTRAL_OFFICER) or (country and country in actor.countries):
        return granted()
    return hidden()


def may_edit_regions(actor: Actor, country: str) -> Verdict:
    """Officers of the country, and the centre."""
    if actor.is_a(Role.SYSTEM, Role.CENTRAL_OFFICER) or country in actor.countries:
        return granted()
    return hidden()
