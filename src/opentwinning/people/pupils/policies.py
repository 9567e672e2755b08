"""Who may act for a class and its pupils (matrix rows 12–15, 19): its owners, nobody else.

Founders of a common project, officers and the central office are strangers to a class, too.
"""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import Actor, Role
from opentwinning.core.verdicts import Verdict, granted, hidden, refused
from opentwinning.people.pupils.models import ClassOwner, Pupil, SchoolClass
from opentwinning.people.pupils.vocabulary import PupilState


def may_create_class(actor: Actor) -> Verdict:
    """Validated educators (A15)."""
    if actor.is_a(Role.VALIDATED):
        return granted()
    if actor.is_a(Role.EDUCATOR):
        return refused(
            pgettext_lazy("classes", "This opens when your support organisation has validated you.")
        )
    return hidden()


def may_lead_class(actor: Actor, school_class: SchoolClass) -> Verdict:
    """See, name, reset, print, sign out, export, erase: a validated owner of a living class."""
    if school_class.closed_at is not None or not actor.is_a(Role.VALIDATED):
        return hidden()
    owns = ClassOwner.objects.filter(school_class=school_class, educator__account_id=actor.account)
    return granted() if actor.account_id is not None and owns.exists() else hidden()


def may_hand_classes_on(actor: Actor) -> Verdict:
    """The house itself, when a teacher goes for good: nobody gives a class away with a click."""
    return granted() if actor.is_a(Role.SYSTEM) else hidden()


def may_lead_pupil(actor: Actor, pupil: Pupil) -> Verdict:
    """Like the pupil's class; removed pupils are gone."""
    if pupil.state != PupilState.ACTIVE:
        return hidden()
    return may_lead_class(actor, pupil.school_class)


def may_erase_pupil(actor: Actor, pupil: Pupil) -> Verdict:
    """Her class owner; the house itself when the time of keeping is over (5.11). Also a pupil who
    was removed from her class: her work still bears her nickname."""
    if pupil.state == PupilState.ERASED:
        return hidden()
    return granted() if actor.is_a(Role.SYSTEM) else may_lead_class(actor, pupil.school_class)
