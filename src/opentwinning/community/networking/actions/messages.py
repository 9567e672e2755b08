"""Writing to contacts (L-07). Nothing ever to or from pupils (H2)."""

from collections.abc import Iterable

from django.utils.translation import pgettext_lazy

from opentwinning.community.networking.events import MessageSent
from opentwinning.community.networking.models import Conversation, Message, Participant
from opentwinning.community.networking.policies import (
    may_read_conversation,
    may_write_in,
    may_write_to,
)
from opentwinning.community.networking.vocabulary import PEOPLE_IN_CONVERSATION
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.permits import permit
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.educators.models import Educator


@action
def begin_conversation(
    *, by: Actor, to: Iterable[Educator], subject: str, text: str
) -> Conversation:
    """A first message to one or several people."""
    people = sorted({each.account_id: each for each in to}.values(), key=lambda each: each.pk)
    if not 1 <= len(people) < PEOPLE_IN_CONVERSATION:
        raise Invalid(pgettext_lazy("messages", "Choose between one and eleven people."), "to")
    for educator in people:
        deny_unless(may_write_to(by, educator))
    conversation = Conversation.objects.create(subject=subject)
    accounts = [by.account, *(each.account_id for each in people)]
    Participant.objects.bulk_create(
        Participant(conversation=conversation, account_id=account) for account in accounts
    )
    _append(conversation, by, text)
    note(conversation)
    return conversation


@action
def send_message(*, by: Actor, conversation: Conversation, text: str) -> Message:
    """Add a message; the same text clicked twice is one message (G6)."""
    conversation = Conversation.objects.select_for_update().get(pk=conversation.pk)
    deny_unless(may_write_in(by, conversation))
    last = Message.objects.filter(conversation=conversation).order_by("-number").first()
    if last is not None and last.author_id == by.account_id and last.text == text:
        return last
    message = _append(conversation, by, text)
    note(conversation)
    return message


def mark_conversation_read(*, by: Actor, conversation: Conversation) -> None:
    """The reader has seen everything that stands there. Not audited: who reads is private."""
    deny_unless(may_read_conversation(by, conversation))
    with permit("networking"):
        Participant.objects.filter(conversation=conversation, account_id=by.account).update(
            read_count=conversation.message_count
        )


@action
def leave_conversation(*, by: Actor, conversation: Conversation) -> None:
    """No more messages of it; the others see who left."""
    deny_unless(may_read_conversation(by, conversation))
    Participant.objects.filter(conversation=conversation, account_id=by.account).update(
        left_at=now()
    )
    note(conversation)


def _append(conversation: Conversation, by: Actor, text: str) -> Message:
    present = Participant.objects.filter(conversation=conversation, left_at=None)
    others = present.exclude(account_id=by.account)
    newly = others.filter(read_count=conversation.message_count)
    newly_unread = tuple(newly.order_by("account_id").values_list("account_id", flat=True))
    conversation.message_count += 1
    conversation.last_at = now()
    conversation.save(update_fields=["message_count", "last_at"])
    message = Message.objects.create(
        conversation=conversation,
        author_id=by.account,
        number=conversation.message_count,
        text=text,
        language=by.language,
    )
    Participant.objects.filter(conversation=conversation, account_id=by.account).update(
        read_count=conversation.message_count
    )
    emit(
        MessageSent(
            conversation_id=conversation.pk,
            message_id=message.pk,
            author_account_id=by.account,
            newly_unread=newly_unread,
        )
    )
    return message
