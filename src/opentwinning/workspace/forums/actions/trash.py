"""Deleting with thirty days to think."""

import datetime as dt

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.workspace.forums.models import Reply, Thread
from opentwinning.workspace.forums.policies import (
    may_delete_reply,
    may_run_thread,
    may_undelete_reply,
    may_undelete_thread,
)
from opentwinning.workspace.forums.vocabulary import TRASH_DAYS
from opentwinning.workspace.spaces.queries import member_of

OPENING = pgettext_lazy("forum", "The first words belong to the talk. Delete the whole talk.")


@action
def delete_reply(*, by: Actor, reply: Reply) -> Reply:
    """Take a reply out of the thread."""
    reply = _reply(reply)
    deny_unless(may_delete_reply(member_of(by, reply.thread.space), reply.thread.space, reply))
    if reply.number == 1:
        raise Invalid(OPENING)
    reply.deleted_at = now()
    reply.save(update_fields=["deleted_at"])
    return reply


@action
def undelete_reply(*, by: Actor, reply: Reply) -> Reply:
    """Put it back where it stood."""
    reply = _reply(reply)
    space = reply.thread.space
    deny_unless(may_undelete_reply(member_of(by, space), space, reply))
    reply.deleted_at = None
    reply.save(update_fields=["deleted_at"])
    return reply


@action
def delete_thread(*, by: Actor, thread: Thread) -> Thread:
    """The whole thread into the trash."""
    thread = _thread(thread)
    member = member_of(by, thread.space)
    deny_unless(may_run_thread(member, thread.space, thread))
    thread.deleted_at, thread.deleted_by = now(), member
    thread.save(update_fields=["deleted_at", "deleted_by"])
    note(thread, title=thread.title)
    return thread


@action
def undelete_thread(*, by: Actor, thread: Thread) -> Thread:
    """Take it back."""
    thread = _thread(thread)
    deny_unless(may_undelete_thread(member_of(by, thread.space), thread.space, thread))
    thread.deleted_at = thread.deleted_by = None
    thread.save(update_fields=["deleted_at", "deleted_by"])
    note(thread, title=thread.title)
    return thread


@action
def purge_forum(*, by: Actor) -> int:
    """Forget what lay in the trash long enough; returns how many threads and replies."""
    limit = now() - dt.timedelta(days=TRASH_DAYS)
    threads = Thread.objects.filter(deleted_at__lt=limit)
    refs = list(threads.values_list("ref", flat=True))
    threads.delete()
    replies, _ = Reply.objects.filter(deleted_at__lt=limit).delete()
    note(threads=refs, replies=replies)
    return len(refs) + replies


@action
def empty_forum(*, by: Actor, space_id: int) -> int:
    """The space is emptied: nothing stays, not even in the trash; returns how many."""
    rows = Thread.objects.filter(space=space_id)
    note(space=space_id, threads=rows.count())
    return rows.delete()[0]


def _reply(reply: Reply) -> Reply:
    return (
        Reply.objects.select_for_update(of=("self",))
        .select_related("thread__space", "author")
        .get(pk=reply.pk)
    )


def _thread(thread: Thread) -> Thread:
    return Thread.objects.select_for_update(of=("self",)).select_related("space").get(pk=thread.pk)
