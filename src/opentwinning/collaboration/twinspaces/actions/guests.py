"""Guests come for a purpose and a time; they go by themselves, or at once (X-49, H4)."""

import datetime as dt

from django.db.models import Q
from django.utils.translation import pgettext

from opentwinning.collaboration.twinspaces.models import Guest, TwinSpace
from opentwinning.collaboration.twinspaces.policies import may_forget_guests, may_keep_guests
from opentwinning.collaboration.twinspaces.vocabulary import GUEST_DAYS, GUESTS_KEPT
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now, today
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.facilities.notifications.actions import queue_mail


@action
def invite_guest(
    *, by: Actor, twinspace: TwinSpace, name: str, email: str, purpose: str, last_day: dt.date
) -> Guest:
    """A project admin names who comes, why and until when; a mail brings the way in."""
    twinspace = _locked(twinspace.pk)
    deny_unless(may_keep_guests(by, twinspace.space))
    email = email.strip().lower()
    _refuse_unfit(last_day)
    # Whose time is over makes room for a new invitation to the same address.
    same = Guest.objects.filter(twinspace=twinspace, email=email, ended_at=None)
    if same.filter(last_day__gte=today()).exists():
        raise Invalid(pgettext("guest", "This person is a guest already."), "email")
    same.update(ended_at=now())
    guest = Guest.objects.create(
        twinspace=twinspace, name=name, email=email, purpose=purpose, last_day=last_day
    )
    note(twinspace, guest=guest.ref, last_day=last_day.isoformat())
    queue_mail(
        to=email,
        language=by.language,
        template="twinspaces/mail/guest.txt",
        facts={
            "name": name,
            "by": by.name,
            "title": twinspace.space.title,
            "purpose": purpose,
            "ends_on": last_day.isoformat(),
            "url": f"/twinspaces/guests/{guest.ref}",
        },
        dedupe_key=f"guest:{guest.ref}",
    )
    return guest


@action
def prolong_guest(*, by: Actor, guest: Guest, last_day: dt.date) -> Guest:
    """Another last day, again no further away than the rule allows."""
    twinspace = _locked(guest.twinspace_id)
    deny_unless(may_keep_guests(by, twinspace.space))
    guest = Guest.objects.select_for_update().get(pk=guest.pk)
    if not guest.is_running(today()):
        raise Invalid(pgettext("guest", "This visit is over. Invite again."))
    _refuse_unfit(last_day)
    note(twinspace, guest=guest.ref, before=guest.last_day.isoformat(), after=last_day.isoformat())
    guest.last_day = last_day
    guest.save(update_fields=["last_day"])
    return guest


@action
def end_guest(*, by: Actor, guest: Guest) -> Guest:
    """At once; ending twice changes nothing."""
    twinspace = _locked(guest.twinspace_id)
    deny_unless(may_keep_guests(by, twinspace.space))
    guest = Guest.objects.select_for_update().get(pk=guest.pk)
    note(twinspace, guest=guest.ref)
    if guest.ended_at is None:
        guest.ended_at = now()
        guest.save(update_fields=["ended_at"])
    return guest


@action
def forget_guests(*, by: Actor) -> int:
    """Names and addresses of guests who went so long ago are deleted."""
    deny_unless(may_forget_guests(by))
    day = today() - GUESTS_KEPT
    old = Guest.objects.filter(Q(last_day__lt=day) | Q(ended_at__lt=now() - GUESTS_KEPT))
    gone, _ = old.delete()
    note(None, gone=gone)
    return gone


def _locked(pk: int) -> TwinSpace:
    return TwinSpace.objects.select_for_update(of=("self",)).select_related("space").get(pk=pk)


def _refuse_unfit(last_day: dt.date) -> None:
    if last_day < today():
        raise Invalid(pgettext("guest", "Choose a day that is not over."), "last_day")
    if last_day > today() + GUEST_DAYS:
        text = pgettext("guest", "A visit lasts at most %(days)d days. You can prolong it later.")
        raise Invalid(text % {"days": GUEST_DAYS.days}, "last_day")
