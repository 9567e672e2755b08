"""The doors: a class or a pupil, for its owners only."""

from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.people.pupils.models import Pupil, SchoolClass
from opentwinning.people.pupils.policies import may_lead_class, may_lead_pupil


def access_class(actor: Actor, ref: str) -> SchoolClass:
    """The class behind a public id, for one of its owners; absent and forbidden look alike (B3)."""
    school_class = SchoolClass.objects.select_related("organisation").filter(ref=ref).first()
    if school_class is None:
        raise Refused(hidden())
    deny_unless(may_lead_class(actor, school_class))
    return school_class


def access_pupil(actor: Actor, ref: str) -> Pupil:
    """The pupil behind a public id, for an owner of her class."""
    pupil = Pupil.objects.select_related("school_class__organisation").filter(ref=ref).first()
    if pupil is None:
        raise Refused(hidden())
    deny_unless(may_lead_pupil(actor, pupil))
    return pupil
