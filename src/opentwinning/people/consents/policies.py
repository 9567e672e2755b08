"""Who keeps the register (matrix row 18): the class owners, nobody else."""

from opentwinning.core.actor import Actor, Role
from opentwinning.core.verdicts import Verdict, granted, hidden
from opentwinning.people.pupils.models import Pupil
from opentwinning.people.pupils.policies import may_lead_class
from opentwinning.people.pupils.vocabulary import PupilState


def may_keep_consents(actor: Actor, pupil: Pupil) -> Verdict:
    """Her class owners, also after she left the class: what was given must stay easy to take back.
    The house itself, when an answer ends or a restored copy forgot a withdrawal."""
    if pupil.state == PupilState.ERASED:
        return hidden()
    return granted() if actor.is_a(Role.SYSTEM) else may_lead_class(actor, pupil.school_class)


def may_word_consents(actor: Actor, country: str) -> Verdict:
    """Officers of the country, and the centre."""
    if actor.is_a(Role.CENTRAL_OFFICER, Role.SYSTEM) or country in actor.countries:
        return granted()
    return hidden()
