"""Closing and renaming threads."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.workspace.forums.models import Thread
from opentwinning.workspace.forums.policies import may_run_thread
from opentwinning.workspace.spaces.queries import member_of

NO_TITLE = pgettext_lazy("forum", "Write a title.")


@action
def close_thread(*, by: Actor, thread: Thread, is_closed: bool) -> Thread:
    """No replies any more, or again."""
    thread = _locked(thread)
    deny_unless(may_run_thread(member_of(by, thread.space), thread.space, thread))
    thread.is_closed = is_closed
    thread.save(update_fields=["is_closed"])
    note(thread, is_closed=is_closed)
    return thread


@action
def rename_thread(*, by: Actor, thread: Thread, title: str) -> Thread:
    """A better title."""
    thread = _locked(thread)
    deny_unless(may_run_thread(member_of(by, thread.space), thread.space, thread))
    if not title:
        raise Invalid(NO_TITLE, "title")
    note(thread, before=thread.title, after=title)
    thread.title = title
    thread.save(update_fields=["title"])
    return thread


def _locked(thread: Thread) -> Thread:
    return Thread.objects.select_for_update(of=("self",)).select_related("space").get(pk=thread.pk)
