"""Pupils come in and go out."""

from collections.abc import Sequence

from django.utils.crypto import constant_time_compare
from django.utils.translation import pgettext

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.permits import permit
from opentwinning.core.verdicts import Invalid
from opentwinning.people.pupils.models import Pupil, PupilVisit
from opentwinning.people.pupils.queries import (
    hash_of_pictures,
    open_window_of,
    pupil_with_secret,
)
from opentwinning.people.pupils.vocabulary import TOUCH, PupilState


@action
def sign_in_with_card(*, by: Actor, secret: str) -> PupilVisit | None:
    """A visit for a living card, else None. Raises ``Invalid`` when the class uses its cards in
    lessons only and no window is open."""
    pupil = pupil_with_secret(secret)
    if pupil is None:
        note(outcome="refused")
        return None
    if pupil.school_class.cards_only_in_lessons and open_window_of(pupil.school_class) is None:
        raise Invalid(
            pgettext(
                "pupil entrance", "Your card works in lessons. Ask your teacher to open the door."
            )
        )
    return _begin(pupil)


@action
def sign_in_with_pictures(*, by: Actor, pupil: Pupil, pictures: Sequence[str]) -> PupilVisit | None:
    """A visit for the right pictures in order while the window is open, else None (A7)."""
    is_open = open_window_of(pupil.school_class) is not None
    expected = pupil.pictures_hash
    is_right = constant_time_compare(hash_of_pictures(pupil, pictures), expected)
    if not (is_open and expected and is_right and pupil.state == PupilState.ACTIVE):
        note(pupil, outcome="refused")
        return None
    return _begin(pupil)


def _begin(pupil: Pupil) -> PupilVisit:
    at = now()
    note(pupil, outcome="in")
    return PupilVisit.objects.create(pupil=pupil, signed_in_at=at, last_seen_at=at)


@action
def end_visit(*, by: Actor, visit: PupilVisit) -> None:
    """The pupil goes out on this device."""
    visit.signed_out_at = now()
    visit.save(update_fields=["signed_out_at"])
    note(visit.pupil)


def touch_visit(visit: PupilVisit) -> None:
    """Note that a visit goes on, at most once a minute. Not an action: nobody decides anything, and
    it happens while a page is read. It runs before the request loses its write permits (I5)."""
    at = now()
    if at - visit.last_seen_at < TOUCH:
        return
    with permit("pupils"):
        PupilVisit.objects.filter(pk=visit.pk, signed_out_at=None).update(last_seen_at=at)
