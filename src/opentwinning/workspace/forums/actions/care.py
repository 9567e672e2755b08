"""A reply is withheld after a report, and comes back as it stood (H6, H17).

Whoever decides about the report is judged there.
"""

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.workspace.forums.models import Reply


@action
def withhold_reply(*, by: Actor, ref: str, reason: str) -> None:
    """Only its author and teachers still see it; teachers cannot show it again."""
    reply = Reply.objects.select_for_update().filter(ref=ref).first()
    if reply is None:
        return
    if reply.withheld_at is None:
        reply.was_hidden = reply.hidden_at is not None
    reply.hidden_at = reply.hidden_at or now()
    reply.withheld_at = now()
    if not reply.was_hidden:
        reply.hidden_reason = reason[:300]
    reply.save(update_fields=["hidden_at", "withheld_at", "was_hidden", "hidden_reason"])
    note(reply, reason=reason)


@action
def give_reply_back(*, by: Actor, ref: str) -> None:
    """As it stood: a reply that a teacher had hidden before stays hidden. What a teacher hid, and
    nobody else, is seen again."""
    reply = Reply.objects.select_for_update().filter(ref=ref).exclude(hidden_at=None).first()
    if reply is None:
        return
    if not reply.was_hidden:
        reply.hidden_at, reply.hidden_by, reply.hidden_reason = None, None, ""
    reply.withheld_at, reply.was_hidden = None, False
    reply.save(
        update_fields=["hidden_at", "hidden_by", "hidden_reason", "withheld_at", "was_hidden"]
    )
    note(reply)
