"""A pupil asks her own teacher for help: one press, no text, no stranger (H2, H16)."""

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Refused, hidden
from opentwinning.facilities.notifications.actions import tell
from opentwinning.people.pupils.models import Pupil
from opentwinning.people.pupils.queries import owners_of


@action
def ask_for_help(*, by: Actor, pupil: Pupil) -> int:
    """Tell every teacher who answers for the class; returns how many were told."""
    if by.pupil_id != pupil.pk:
        raise Refused(hidden())
    teachers = list(owners_of(pupil.school_class).values_list("account_id", flat=True))
    tell(
        teachers,
        "pupils.asks_for_help",
        url=f"/classes/pupils/{pupil.ref}",
        nickname=pupil.nickname,
        school_class=pupil.school_class.name,
    )
    note(pupil)
    return len(teachers)
