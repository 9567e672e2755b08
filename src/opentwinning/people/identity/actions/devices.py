"""Browsers somebody signs in with: remembered, signed out, disowned."""

from django.contrib.sessions.models import Session

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import deny_unless
from opentwinning.people.accounts.actions import ask_for_reset, sign_out_everywhere
from opentwinning.people.accounts.models import Account
from opentwinning.people.identity.events import NewDevice
from opentwinning.people.identity.models import Device
from opentwinning.people.identity.policies import may_end_device


@action
def remember_device(
    *, by: Actor, account_id: int, secret: str, name: str, session_key: str
) -> Device:
    """A session began in the browser that holds the secret. Whoever has used another one before is
    told of a new one; the very first is no news."""
    account = Account.objects.select_for_update().get(pk=account_id)
    devices = Device.objects.filter(account=account)
    hashed = Device.hashed(account.pk, secret)
    known = devices.filter(secret_hash=hashed).first()
    if known is None:
        is_news = devices.exists()
        known = Device(account=account, secret_hash=hashed)
    else:
        is_news = False
        _end_session(known, but=session_key)
    known.name, known.session_key, known.begun_at = name, session_key, now()
    known.save()
    note(account, device=known.ref, is_new=is_news)
    if is_news:
        emit(NewDevice(account_id=account.pk, ref=known.ref, name=name))
    return known


@action
def end_device(*, by: Actor, device: Device) -> None:
    """Sign it out and forget it: its next sign-in is told as a new one."""
    deny_unless(may_end_device(by, device))
    note(device.account, device=device.ref)
    _end_session(device)
    device.delete()


@action
def disown_device(*, by: Actor, device: Device) -> Account:
    """It was somebody else: every session ends, and whoever has a password gets a mail to choose a
    new one, because somebody knew the old one."""
    account = device.account
    end_device(by=by, device=device)
    sign_out_everywhere(by=by, account=account)
    if account.has_password:
        ask_for_reset(by=by, email=account.email)
    note(account)
    return account


def _end_session(device: Device, but: str = "") -> None:
    Session.objects.filter(session_key=device.session_key).exclude(session_key=but).delete()
