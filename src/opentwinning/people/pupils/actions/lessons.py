"""A lesson: the window opens and closes, pupils are sent out (A7, A8)."""

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.verdicts import deny_unless
from opentwinning.people.pupils.models import Pupil, PupilVisit, SchoolClass, SignInWindow
from opentwinning.people.pupils.policies import may_lead_class, may_lead_pupil
from opentwinning.people.pupils.vocabulary import WINDOW


@action
def open_window(*, by: Actor, school_class: SchoolClass) -> SignInWindow:
    """Class code and pictures let pupils in for the next 60 minutes; again = 60 from now."""
    deny_unless(may_lead_class(by, school_class))
    at = now()
    SignInWindow.objects.filter(school_class=school_class, closes_at__gt=at).update(closes_at=at)
    return SignInWindow.objects.create(
        school_class=school_class,
        opened_by_account_id=by.account_id or 0,
        opened_at=at,
        closes_at=at + WINDOW,
    )


@action
def close_window(*, by: Actor, school_class: SchoolClass) -> None:
    """Nobody else comes in by code; who is in stays in."""
    deny_unless(may_lead_class(by, school_class))
    at = now()
    SignInWindow.objects.filter(school_class=school_class, closes_at__gt=at).update(closes_at=at)


@action
def sign_out_pupil(*, by: Actor, pupil: Pupil) -> None:
    """Her sessions end with the next request."""
    deny_unless(may_lead_pupil(by, pupil))
    pupil.session_epoch += 1
    pupil.save(update_fields=["session_epoch"])
    PupilVisit.objects.filter(pupil=pupil, signed_out_at=None).update(signed_out_at=now())
    note(pupil)


@action
def sign_out_class(*, by: Actor, school_class: SchoolClass) -> None:
    """The lesson is over: the window closes and everybody is out, in one step."""
    deny_unless(may_lead_class(by, school_class))
    at = now()
    school_class.session_epoch += 1
    school_class.save(update_fields=["session_epoch"])
    SignInWindow.objects.filter(school_class=school_class, closes_at__gt=at).update(closes_at=at)
    PupilVisit.objects.filter(pupil__school_class=school_class, signed_out_at=None).update(
        signed_out_at=at
    )
