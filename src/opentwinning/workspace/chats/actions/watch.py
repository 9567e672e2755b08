"""Teachers decide about messages (H14, H17); reports withhold them (H6)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.transitions import move
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.safeguarding.actions import end_statements
from opentwinning.workspace.chats.actions.talk import changed
from opentwinning.workspace.chats.models import ChatMessage
from opentwinning.workspace.chats.policies import may_hide_message, may_judge_message
from opentwinning.workspace.chats.vocabulary import (
    MESSAGE_TRANSITIONS,
    REPORTED_AS,
    MessageState,
)
from opentwinning.workspace.spaces.actions import Hidden, state_hiding
from opentwinning.workspace.spaces.queries import member_of

_JUDGED = pgettext_lazy("chat", "Somebody has decided about this message already.")
_SAY_WHY = pgettext_lazy("chat", "Write why. The author reads it.")


@action
def judge_message(*, by: Actor, message: ChatMessage, lets_through: bool) -> ChatMessage:
    """A message that waits is seen by everybody, or by its author and teachers alone."""
    message = changed(message)
    member = member_of(by, message.chat.space)
    deny_unless(may_judge_message(member, message.chat.space, message))
    message.judged_by = member
    to = MessageState.SHOWN if lets_through else MessageState.REFUSED
    move(message, to=to, table=MESSAGE_TRANSITIONS, sentence=_JUDGED)
    message.save(update_fields=["state", "judged_by", "change"])
    note(message, lets_through=lets_through)
    return message


@action
def hide_message(*, by: Actor, message: ChatMessage, reason: str) -> ChatMessage:
    """Only teachers and the author still see it, with the reason."""
    message = changed(message)
    chat = message.chat
    member = member_of(by, chat.space)
    deny_unless(may_hide_message(member, chat.space, message))
    if not reason:
        raise Invalid(_SAY_WHY, "reason")
    message.hidden_at, message.hidden_by, message.hidden_reason = now(), member, reason
    message.save(update_fields=["hidden_at", "hidden_by", "hidden_reason", "change"])
    note(message, reason=reason)
    thing = Hidden(
        REPORTED_AS, message.ref, chat.title, f"/spaces/chats/{chat.ref}/", message.author
    )
    state_hiding(by=by, thing=thing, reason=reason)
    return message


@action
def show_message(*, by: Actor, message: ChatMessage) -> ChatMessage:
    """Everybody in the chat sees it again."""
    message = changed(message)
    member = member_of(by, message.chat.space)
    deny_unless(may_hide_message(member, message.chat.space, message))
    message.hidden_at = message.hidden_by = None
    message.hidden_reason = ""
    message.save(update_fields=["hidden_at", "hidden_by", "hidden_reason", "change"])
    note(message)
    end_statements(by=by, kind=REPORTED_AS, item_ref=message.ref, of_cases=False)
    return message


@action
def withhold_message(*, by: Actor, ref: str, reason: str) -> None:
    """After a report only its author and teachers still see it; teachers cannot show it again.
    Whoever decides about the report is judged there."""
    known = ChatMessage.objects.select_related("chat").filter(ref=ref).first()
    if known is None:
        return
    message = changed(known)
    if message.withheld_at is None:
        message.was_hidden = message.hidden_at is not None
    message.hidden_at = message.hidden_at or now()
    message.withheld_at = now()
    if not message.was_hidden:
        message.hidden_reason = reason[:300]
    message.save(
        update_fields=["hidden_at", "withheld_at", "was_hidden", "hidden_reason", "change"]
    )
    note(message, reason=reason)


@action
def give_message_back(*, by: Actor, ref: str) -> None:
    """As it stood: what a teacher had hidden before stays hidden."""
    known = ChatMessage.objects.select_related("chat").filter(ref=ref).first()
    if known is None or known.hidden_at is None:
        return
    message = changed(known)
    if not message.was_hidden:
        message.hidden_at, message.hidden_by, message.hidden_reason = None, None, ""
    message.withheld_at, message.was_hidden = None, False
    message.save(
        update_fields=[
            "hidden_at", "hidden_by", "hidden_reason", "withheld_at", "was_hidden", "change",
        ]
    )  # fmt: skip
    note(message)
