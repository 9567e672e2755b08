"""Teachers are there, or go (H5): not a deed, so not in the ledger."""

from django.db import transaction

from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.permits import permit
from opentwinning.core.verdicts import deny_unless
from opentwinning.workspace.chats.models import Chat, ChatPresence
from opentwinning.workspace.chats.policies import may_watch_chat
from opentwinning.workspace.chats.vocabulary import GRACE, PRESENT_FOR
from opentwinning.workspace.spaces.queries import member_of


def be_here(*, by: Actor, chat: Chat) -> None:
    """Her page is open in front of her; it says so again before the time is over. Written down at
    most every few seconds."""
    member = member_of(by, chat.space)
    deny_unless(may_watch_chat(member, chat.space, chat))
    rows = ChatPresence.objects.filter(chat=chat, member=member)
    if member is None or rows.filter(seen_at__gt=now() - PRESENT_FOR / 9).exists():
        return
    with permit("chats"), transaction.atomic():
        if not rows.update(seen_at=now()):
            fresh = ChatPresence(chat=chat, member=member, seen_at=now())
            ChatPresence.objects.bulk_create([fresh], ignore_conflicts=True)


def go_away(*, by: Actor, chat: Chat) -> None:
    """She leaves the page: it counts a moment longer, because a page that only loads anew says so
    too, and its next call may come before this one."""
    soon = now() - PRESENT_FOR + GRACE
    mine = ChatPresence.objects.filter(chat=chat, member=member_of(by, chat.space))
    with permit("chats"):
        mine.filter(seen_at__gt=soon).update(seen_at=soon)
