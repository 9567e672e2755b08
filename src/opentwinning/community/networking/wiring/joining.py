"""Two educators become one: their contacts, notes, blocks and conversations."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q

from opentwinning.community.networking.models import (
    AttachmentRoom,
    Block,
    Contact,
    ContactNote,
    Follow,
    Participant,
    ShownFollowers,
    Timetable,
)
from opentwinning.community.networking.vocabulary import ContactState
from opentwinning.core.joining import drops, merges, settles


def _read_further(kept: Participant, gone: Participant) -> Mapping[str, Any]:
    """She reads a conversation that either of the two still reads."""
    still = kept.left_at is None or gone.left_at is None
    return {
        "read_count": max(kept.read_count, gone.read_count),
        "left_at": None if still else max(kept.left_at, gone.left_at),  # type: ignore[type-var]
    }


def _used(kept: AttachmentRoom, gone: AttachmentRoom) -> Mapping[str, Any]:
    return {"used_bytes": kept.used_bytes + gone.used_bytes}


def _keep_one_timetable(kept: int, gone: int) -> None:
    """Lessons of two timetables mixed would be true in neither."""
    if Timetable.objects.filter(owner=kept).exists():
        Timetable.objects.filter(owner=gone).delete()


def _both_notes(kept: ContactNote, gone: ContactNote) -> Mapping[str, Any]:
    return {"text": f"{kept.text}\n\n{gone.text}"}


def _join_contacts(kept: int, gone: int) -> None:
    """A pair stands once, whoever asked; an accepted contact beats any other state."""
    Contact.objects.filter(low=min(kept, gone), high=max(kept, gone)).delete()
    for contact in Contact.objects.filter(Q(asker=gone) | Q(asked=gone)).order_by("pk"):
        friend = contact.asked_id if contact.asker_id == gone else contact.asker_id
        rival = Contact.between(kept, friend)
        if rival is not None:
            loser = contact if rival.state == ContactState.ACCEPTED else rival
            loser.delete()
            if loser is contact:
                continue
        contact.asker_id = kept if contact.asker_id == gone else contact.asker_id
        contact.asked_id = kept if contact.asked_id == gone else contact.asked_id
        contact.save()


def _forget_own_notes(kept: int, gone: int) -> None:
    pair = (kept, gone)
    ContactNote.objects.filter(owner__in=pair, about__in=pair).delete()


def _unblock_herself(kept: int, gone: int) -> None:
    pair = (kept, gone)
    Block.objects.filter(owner__in=pair, blocked__in=pair).delete()


def _stop_following_herself(kept: int, gone: int) -> None:
    pair = (kept, gone)
    Follow.objects.filter(follower__in=pair, followed__in=pair).delete()


def _still_follows(kept: Follow, gone: Follow) -> Mapping[str, Any]:
    """Whoever one of the two still follows, she follows."""
    if kept.ended_at is None or gone.ended_at is None:
        return {"ended_at": None}
    return {"ended_at": max(kept.ended_at, gone.ended_at)}


settles(Contact, _join_contacts)
settles(ContactNote, _forget_own_notes)
settles(Block, _unblock_herself)
settles(Follow, _stop_following_herself)
settles(Timetable, _keep_one_timetable)
merges(ContactNote, _both_notes)
merges(Block)
merges(Follow, _still_follows)
drops(ShownFollowers)
merges(Participant, _read_further)
merges(AttachmentRoom, _used)
merges(Timetable)
