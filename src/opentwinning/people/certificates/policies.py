"""Who may download and revoke certificates (matrix rows 53, 54)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import Actor, Role
from opentwinning.core.verdicts import Verdict, granted, hidden, refused
from opentwinning.people.certificates.models import Certificate
from opentwinning.people.pupils.models import ClassOwner
from opentwinning.people.support.queries import is_in_charge


def may_see_certificate(actor: Actor, certificate: Certificate) -> Verdict:
    """Its holder; for papers of a class or a pupil also the educators who answer for the class."""
    if actor.pupil_id is not None:
        return granted() if certificate.pupil_id == actor.pupil_id else hidden()
    if actor.account_id is None:
        return hidden()
    if certificate.account_id == actor.account_id:
        return granted()
    school_class = certificate.school_class_id
    if school_class is None and certificate.pupil is not None:
        school_class = certificate.pupil.school_class_id
    if school_class is None:
        return hidden()
    owners = ClassOwner.objects.filter(
        school_class=school_class, educator__account_id=actor.account_id
    )
    return granted() if owners.exists() else hidden()


def may_revoke_certificate(actor: Actor, certificate: Certificate) -> Verdict:
    """The office that signs it, and whatever app issued it by mistake (as the system)."""
    if actor.is_a(Role.SYSTEM) or is_in_charge(actor, certificate.country):
        return granted()
    return refused(pgettext_lazy("certificate", "Only the office that signed it may revoke it."))
