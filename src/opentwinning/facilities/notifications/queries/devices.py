"""Reading which browsers are told what."""

from opentwinning.core.actor import Actor
from opentwinning.core.notices import AREAS, KINDS, NoticeKind, area_of
from opentwinning.core.verdicts import Refused, hidden
from opentwinning.facilities.notifications.models import PushDevice


def devices_of(actor: Actor) -> list[PushDevice]:
    """The actor's browsers, the oldest first."""
    return list(PushDevice.objects.filter(account_id=actor.account).order_by("pk"))


def access_device(actor: Actor, ref: str) -> PushDevice:
    """One of the actor's own browsers."""
    device = PushDevice.objects.filter(account_id=actor.account, ref=ref).first()
    if device is None:
        raise Refused(hidden())
    return device


def devices_told(account_ids: list[int], kind: str) -> dict[int, list[int]]:
    """Browsers (ids) by account that want this kind, in one query."""
    found: dict[int, list[int]] = {}
    for row in PushDevice.objects.filter(account_id__in=account_ids).order_by("pk"):
        if kind in row.kinds:
            found.setdefault(row.account_id, []).append(row.pk)
    return found


def told_kinds() -> dict[str, list[NoticeKind]]:
    """Every kind a browser can be told about, by area, in the order they were declared."""
    found: dict[str, list[NoticeKind]] = {area: [] for area in AREAS}
    for kind in KINDS.values():
        if area_of(kind.key) in found:
            found[area_of(kind.key)].append(kind)
    return {area: kinds for area, kinds in found.items() if kinds}
