"""The doors of the forum."""

from django.db.models import QuerySet

from opentwinning.core.actor import Actor
from opentwinning.core.prepared import prepared
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.workspace.forums.models import Reply, Thread
from opentwinning.workspace.forums.policies import (
    may_delete_reply,
    may_edit_reply,
    may_hide_reply,
    may_read_thread,
    may_reply,
    may_run_thread,
    may_see_reply,
    may_undelete_reply,
    may_undelete_thread,
)
from opentwinning.workspace.spaces.queries import Presence, presence_in

_THREAD_RULES = {"reply": may_reply, "run": may_run_thread}
_REPLY_RULES = {"edit": may_edit_reply, "delete": may_delete_reply, "hide": may_hide_reply}


def access_thread(actor: Actor, ref: str, *, to: str = "read") -> tuple[Presence, Thread]:
    """The thread and the actor's presence; ``to`` is read, reply or run."""
    thread = _thread(ref)
    presence = presence_in(actor, thread.space, place=thread.place)
    deny_unless(may_read_thread(presence.member, thread))
    if to != "read":
        deny_unless(_THREAD_RULES[to](presence.member, presence.space, thread))
    return presence, thread


def access_trashed_thread(actor: Actor, ref: str) -> tuple[Presence, Thread]:
    """A thread in the trash, for whoever may take it back."""
    thread = _thread(ref)
    presence = presence_in(actor, thread.space, place=thread.place)
    deny_unless(may_undelete_thread(presence.member, presence.space, thread))
    return presence, thread


def access_reply(actor: Actor, ref: str, *, to: str) -> tuple[Presence, Reply]:
    """The reply and the actor's presence; ``to`` is edit, delete or hide."""
    reply = _reply(ref)
    presence = presence_in(actor, reply.thread.space, place=reply.thread.place)
    deny_unless(_REPLY_RULES[to](presence.member, presence.space, reply))
    return presence, reply


def reply_to_report(actor: Actor, ref: str) -> Reply:
    """A reply for whoever sees it in its thread."""
    reply = _reply(ref)
    presence = presence_in(actor, reply.thread.space, place=reply.thread.place)
    deny_unless(may_see_reply(presence.member, reply))
    return reply


def access_deleted_reply(actor: Actor, ref: str) -> tuple[Presence, Reply]:
    """A deleted reply, for whoever may take it back."""
    reply = _reply(ref)
    presence = presence_in(actor, reply.thread.space, place=reply.thread.place)
    deny_unless(may_undelete_reply(presence.member, presence.space, reply))
    return presence, reply


@prepared
def _with_space(ref: str) -> QuerySet[Thread]:
    return Thread.objects.select_related("space").filter(ref=ref)


def _thread(ref: str) -> Thread:
    thread = next(iter(_with_space(ref)), None)
    if thread is None:
        raise Refused(hidden())
    return thread


def _reply(ref: str) -> Reply:
    reply = Reply.objects.select_related("thread__space", "author").filter(ref=ref).first()
    if reply is None:
        raise Refused(hidden())
    return reply
