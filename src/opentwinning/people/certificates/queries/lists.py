"""The door, one's own papers, and the public check."""

from django.db.models import Q, QuerySet

from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.people.certificates.models import Certificate
from opentwinning.people.certificates.policies import may_see_certificate
from opentwinning.people.certificates.vocabulary import CODE_LENGTH, compact
from opentwinning.people.pupils.models import ClassOwner


def access_certificate(actor: Actor, ref: str) -> Certificate:
    """The certificate behind a public id, for its holder only."""
    certificate = Certificate.objects.select_related("pupil").filter(ref=ref).first()
    if certificate is None:
        raise Refused(hidden())
    deny_unless(may_see_certificate(actor, certificate))
    return certificate


def certificates_of(actor: Actor) -> QuerySet[Certificate]:
    """The actor's own certificates and those of her classes, newest first; revoked ones too."""
    if actor.pupil_id is not None:
        mine = Q(pupil_id=actor.pupil_id)
    elif actor.account_id is not None:
        owned = ClassOwner.objects.filter(educator__account_id=actor.account_id)
        mine = Q(account_id=actor.account_id) | Q(school_class__in=owned.values("school_class"))
    else:
        return Certificate.objects.none()
    return Certificate.objects.filter(mine).order_by("-issued_at", "-pk")


def certificate_by_code(typed: str) -> Certificate | None:
    """For whoever holds the paper: by its code, however it was typed. None for a wrong code."""
    code = compact(typed)
    if len(code) != CODE_LENGTH:
        return None
    return Certificate.objects.filter(code=code).first()


def certificate_of_cause(cause: str) -> Certificate | None:
    """What was issued for one cause, such as ``label:17:account:4``."""
    return Certificate.objects.filter(cause=cause).first()
