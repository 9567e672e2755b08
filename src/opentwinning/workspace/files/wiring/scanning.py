"""What waits for the virus scanner is asked about every minute; operators learn that it waits."""

import datetime as dt
from typing import Any

from django.utils.translation import npgettext, pgettext, pgettext_lazy

from opentwinning.core.actor import SYSTEM, Actor, Role
from opentwinning.core.addresses import reverse
from opentwinning.core.clock import now
from opentwinning.core.events import on
from opentwinning.core.notices import NoticeKind, declare_notice
from opentwinning.core.places import TO_DOS, Todo
from opentwinning.core.work import job
from opentwinning.facilities.notifications.actions import tell
from opentwinning.workspace.files.actions import report_infected
from opentwinning.workspace.files.adapters import scanner, waiting
from opentwinning.workspace.files.events import FileInfected
from opentwinning.workspace.files.models import SpaceFile

LONG = dt.timedelta(minutes=15).total_seconds()

declare_notice(
    NoticeKind(
        key="files.infected",
        sentence=pgettext_lazy(
            "notice", "A virus was found in your file %(title)s. It was not kept."
        ),
        icon="shield-alert",
    )
)


@job("files.scan", every=dt.timedelta(minutes=1))
def scan_what_waits(payload: dict[str, Any]) -> None:
    """Clean contents take their place; infected ones are gone."""
    if not scanner.is_wanted():
        return
    for name, finding in waiting.settle():
        report_infected(by=SYSTEM, stored_name=name, finding=finding)


@on(FileInfected)
def tell_its_owner(event: FileInfected) -> None:
    file = SpaceFile.objects.select_related("uploaded_by").get(pk=event.file_id)
    if file.uploaded_by.account_id:
        url = f"/spaces/files/{file.ref}/"
        tell([file.uploaded_by.account_id], "files.infected", url=url, title=file.shown_title)


@TO_DOS.add
def scanner_is_away(actor: Actor) -> list[Todo]:
    """For operators: files wait longer than a quarter of an hour."""
    since = waiting.since() if actor.is_a(Role.OPERATOR) else None
    if since is None or now().timestamp() - since < LONG:
        return []
    count = len(waiting.names())
    return [
        Todo(
            text=npgettext(
                "todo",
                "%(count)s file waits for the virus scanner.",
                "%(count)s files wait for the virus scanner.",
                count,
            )
            % {"count": count},
            url=reverse("today:today"),
            icon="shield-alert",
            detail=pgettext("todo", "Ask the server: python -m opentwinning scanner"),
            is_urgent=True,
        )
    ]
