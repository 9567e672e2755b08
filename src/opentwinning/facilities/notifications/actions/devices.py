"""Browsers that are told about notices: each is added, and each kind chosen, by its owner."""

import hashlib

from django.db import transaction
from django.utils.translation import pgettext_lazy

from opentwinning.core.clock import now
from opentwinning.core.permits import permit
from opentwinning.core.verdicts import Invalid
from opentwinning.facilities.notifications.models import MailHabits, PushDevice
from opentwinning.facilities.notifications.vocabulary import DEVICES

_TOO_MANY = pgettext_lazy("notices", "You have ten devices. Remove one of them first.")


def add_device(
    *, account_id: int, name: str, endpoint: str, public_key: str, secret: str
) -> PushDevice:
    """From now on a browser may be told; nothing is sent until kinds are chosen. It belongs to who
    added it last: the person before is told nothing there any more."""
    known = hashlib.sha256(endpoint.encode()).hexdigest()
    others = PushDevice.objects.filter(account_id=account_id).exclude(endpoint_hash=known)
    with permit("notifications"), transaction.atomic():
        # Whoever adds two at once waits here, or both would be counted as the tenth.
        MailHabits.objects.select_for_update().get_or_create(account_id=account_id)
        if others.count() >= DEVICES:
            raise Invalid(_TOO_MANY)
        PushDevice.objects.filter(endpoint_hash=known).exclude(account_id=account_id).delete()
        device, _ = PushDevice.objects.update_or_create(
            endpoint_hash=known,
            defaults={
                "account_id": account_id,
                "name": name,
                "endpoint": endpoint,
                "public_key": public_key,
                "secret": secret,
            },
        )
    return device


def choose_kinds(*, device: PushDevice, kinds: list[str]) -> None:
    """What this browser is told about."""
    with permit("notifications"):
        PushDevice.objects.filter(pk=device.pk).update(kinds=sorted(kinds))


def remove_device(*, device: PushDevice) -> None:
    """Nothing more to this browser."""
    with permit("notifications"):
        PushDevice.objects.filter(pk=device.pk).delete()


def note_told(*, device: PushDevice) -> None:
    """Its push service took a message."""
    with permit("notifications"):
        PushDevice.objects.filter(pk=device.pk).update(told_at=now())
