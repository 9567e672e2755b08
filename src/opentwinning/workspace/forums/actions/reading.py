"""How far somebody has read: not a deed, so not in the ledger."""

from django.db import transaction

from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.permits import permit
from opentwinning.core.verdicts import deny_unless
from opentwinning.workspace.forums.models import ReadMark, Thread
from opentwinning.workspace.forums.policies import may_read_thread
from opentwinning.workspace.spaces.models import Member
from opentwinning.workspace.spaces.queries import member_of


def mark_read(*, by: Actor, thread: Thread, number: int) -> None:
    """The member has seen the thread up to this number. Marks never move back, and a read-only
    space still remembers.
    """
    member = member_of(by, thread.space)
    deny_unless(may_read_thread(member, thread))
    if member is not None:
        with permit("forums"), transaction.atomic():
            remember(member, thread, min(number, thread.last_number))


def remember(member: Member, thread: Thread, number: int) -> None:
    """Write the mark inside the caller's transaction."""
    moved = ReadMark.objects.filter(member=member, thread=thread, number__lte=number).update(
        number=number, read_at=now()
    )
    if not moved:
        ReadMark.objects.bulk_create(
            [ReadMark(member=member, thread=thread, number=number, read_at=now())],
            ignore_conflicts=True,
        )
