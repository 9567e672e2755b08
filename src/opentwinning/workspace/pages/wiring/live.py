"""Pages are written by several people at once."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from opentwinning.core.actor import SYSTEM, Actor
from opentwinning.core.clock import now
from opentwinning.core.lines import LINES, Held, Seat
from opentwinning.core.work import job
from opentwinning.workspace.pages.actions import keep_changes, open_document, settle_page
from opentwinning.workspace.pages.models import Page
from opentwinning.workspace.pages.queries import (
    access_page,
    held_of,
    is_unsettled,
    left_unsettled,
    news_of,
)

LEFT = dt.timedelta(minutes=5)  # longer than any process waits by itself


class PageLine:
    """The line of pages: whoever may edit one now writes it with others."""

    topic = "page"

    def admit(self, actor: Actor, ref: str) -> Seat:
        presence, page = access_page(actor, ref, to="edit")
        member = presence.member
        return Seat(page.pk, member.pk, member.shown_name, member.country)

    def load(self, key: int) -> Held | None:
        document = open_document(key)
        return None if document is None else held_of(document)

    def keep(self, key: int, written: Sequence[tuple[int, bytes]]) -> list[int] | None:
        return keep_changes(key, written)

    def settle(self, key: int) -> None:
        page = Page.objects.filter(pk=key).first()
        if page is not None and is_unsettled(page):
            settle_page(by=SYSTEM, page=page)

    def news(self, folds: Mapping[int, int]) -> Mapping[int, Held | None]:
        return news_of(folds)


LINES.add(PageLine())


@job("pages.settle", every=dt.timedelta(minutes=5))
def settle_what_was_left(payload: dict[str, Any]) -> None:
    """Versions that a process which died did not make any more. Running twice changes nothing."""
    for page in left_unsettled(now() - LEFT):
        settle_page(by=SYSTEM, page=page)
