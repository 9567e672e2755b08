"""Educators hide replies and show them again (H17)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.safeguarding.actions import end_statements
from opentwinning.workspace.forums.models import Reply
from opentwinning.workspace.forums.policies import may_hide_reply
from opentwinning.workspace.forums.vocabulary import REPORTED_AS
from opentwinning.workspace.spaces.actions import Hidden, state_hiding
from opentwinning.workspace.spaces.queries import member_of

SAY_WHY = pgettext_lazy("forum", "Write why. The author reads it.")


@action
def hide_reply(*, by: Actor, reply: Reply, reason: str) -> Reply:
    """Only educators and the author still see it, with the reason."""
    reply = _locked(reply)
    member = member_of(by, reply.thread.space)
    deny_unless(may_hide_reply(member, reply.thread.space, reply))
    if not reason:
        raise Invalid(SAY_WHY, "reason")
    reply.hidden_at, reply.hidden_by, reply.hidden_reason = now(), member, reason
    reply.is_held = False
    reply.save(update_fields=["hidden_at", "hidden_by", "hidden_reason", "is_held"])
    note(reply, reason=reason)
    thread = reply.thread
    url = f"/spaces/talk/{thread.ref}/"
    thing = Hidden(REPORTED_AS, reply.ref, thread.title, url, reply.author)
    state_hiding(by=by, thing=thing, reason=reason)
    return reply


@action
def show_reply(*, by: Actor, reply: Reply) -> Reply:
    """Everybody who reads the thread sees it again."""
    reply = _locked(reply)
    member = member_of(by, reply.thread.space)
    deny_unless(may_hide_reply(member, reply.thread.space, reply))
    reply.hidden_at = reply.hidden_by = None
    reply.hidden_reason, reply.is_held = "", False
    reply.save(update_fields=["hidden_at", "hidden_by", "hidden_reason", "is_held"])
    note(reply)
    end_statements(by=by, kind=REPORTED_AS, item_ref=reply.ref, of_cases=False)
    return reply


def _locked(reply: Reply) -> Reply:
    return (
        Reply.objects.select_for_update(of=("self",))
        .select_related("thread__space", "author__pupil", "author__account")
        .get(pk=reply.pk)
    )
