"""The job that tells one browser about one notice, through the outbox like a mail."""

import json
from typing import Any

from django.conf import settings
from django.utils.translation import override, pgettext

from opentwinning.core.notices import KINDS, area_label, area_of, reader
from opentwinning.core.reach import opens_for
from opentwinning.core.work import job
from opentwinning.facilities.notifications.actions import note_told, remove_device
from opentwinning.facilities.notifications.adapters.push import deliver
from opentwinning.facilities.notifications.models import Notice, PushDevice


@job("notifications.push")
def push(payload: dict[str, Any]) -> None:
    """Tell it, unless its owner read the notice meanwhile or may see the thing no longer (B4). A
    message that comes twice replaces itself on the screen, so trying again is harmless."""
    notice = Notice.objects.filter(pk=payload["notice"], read_at=None).first()
    device = PushDevice.objects.filter(pk=payload["device"]).first()
    if notice is None or device is None or notice.account_id != device.account_id:
        return
    if notice.kind not in KINDS or notice.kind not in device.kinds or not _opens(notice):
        return
    is_there = deliver(
        device.endpoint, device.public_key, device.secret, _words(notice), topic=notice.ref
    )
    if is_there:
        note_told(device=device)
    else:
        remove_device(device=device)


def _opens(notice: Notice) -> bool:
    actor = reader(notice.account_id)
    return actor is not None and opens_for(actor, notice.url)


def _words(notice: Notice) -> bytes:
    """What a locked telephone may show to anybody: the area of the news, no names, no content."""
    actor = reader(notice.account_id)
    language = actor.language if actor is not None else settings.LANGUAGE_CODE
    with override(language):
        area = area_label(area_of(notice.kind))
        said = {
            "title": pgettext("push", "Something is new"),
            "body": str(area),
            "tag": notice.ref,
            "url": ("" if language == settings.LANGUAGE_CODE else f"/{language}") + "/notices/",
        }
    return json.dumps(said).encode()
