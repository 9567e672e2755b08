"""Who may set up offices and mandates (matrix rows 55, 58, 61)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import Actor, Role
from opentwinning.core.verdicts import Verdict, granted, refused
from opentwinning.people.support.models import SupportOrganisation

_CENTRE = pgettext_lazy("support", "Only the central office may do this.")


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


def may_appoint_officer(actor: Actor, *, central: bool) -> Verdict:
    """The centre appoints national officers; the operator only sets up the first central one."""
    if actor.is_a(Role.SYSTEM) or (actor.is_a(Role.CENTRAL_OFFICER) and not central):
        return granted()
    if central and actor.is_a(Role.OPERATOR):
        return granted()
    return refused(_CENTRE)
