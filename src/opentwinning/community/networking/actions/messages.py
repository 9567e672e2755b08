"""Writing to contacts (L-07). Nothing ever to or from pupils (H2)."""

from collections.abc import Iterable, Sequence

from django.utils.translation import pgettext_lazy

from opentwinning.community.networking.actions.attachments import attach, make_findable
from opentwinning.community.networking.events import MessageSent
from opentwinning.community.networking.models import (
    Block,
    Conversation,
    Message,
    Participant,
)
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
from opentwinning.workspace.files.vocabulary import Received


@action
def begin_conversation(
    *,
    by: Actor,
    to: Iterable[Educator],
    subject: str,
    text: str,
    attachments: Sequence[Received] = (),
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
    _append(conversation, by, text, attachments)
    note(conversation, files=len(attachments))
    return conversation


@action
def send_message(
    *, by: Actor, conversation: Conversation, text: str, attachments: Sequence[Received] = ()
) -> Message:
    """Add a message; the same text and files clicked twice are one message (G6)."""
    conversation = Conversation.objects.select_for_update().get(pk=conversation.pk)
    deny_unless(may_write_in(by, conversation))
    last = Message.objects.filter(conversation=conversation).order_by("-number").first()
    if last is not None and _is_same(last, by, text, attachments):
        return last
    message = _append(conversation, by, text, attachments)
    note(conversation, files=len(attachments))
    return message


def mark_conversation_read(*, by: Actor, conversation: Conversation) -> None:
    """The reader has seen everything that stands there. Not audited: who reads is private."""
    deny_unless(may_read_conversation(by, conversation))
    with permit("networking"):
        Participant.objects.filter(conversation=conversation, account_id=by.account).update(
            read_count=conversation.message_count
        )


@action
def archive_conversation(*, by: Actor, conversation: Conversation) -> None:
    """Put it aside, read: it comes back when somebody writes in it again."""
    deny_unless(may_read_conversation(by, conversation))
    Participant.objects.filter(conversation=conversation, account_id=by.account).update(
        archived_at=now(), read_count=conversation.message_count
    )
    note(conversation)


@action
def unarchive_conversation(*, by: Actor, conversation: Conversation) -> None:
    """Back among the others."""
    deny_unless(may_read_conversation(by, conversation))
    Participant.objects.filter(conversation=conversation, account_id=by.account).update(
        archived_at=None
    )
    note(conversation)


@action
def leave_conversation(*, by: Actor, conversation: Conversation) -> None:
    """No more messages of it; the others see who left."""
    deny_unless(may_read_conversation(by, conversation))
    Participant.objects.filter(conversation=conversation, account_id=by.account).update(
        left_at=now()
    )
    note(conversation)


def _is_same(last: Message, by: Actor, text: str, attachments: Sequence[Received]) -> bool:
    if last.author_id != by.account_id or last.text != text:
        return False
    held = last.attachments.order_by("pk").values_list("sha256", flat=True)
    return list(held) == [each.sha256 for each in attachments]


def _append(
    conversation: Conversation, by: Actor, text: str, attachments: Sequence[Received]
) -> Message:
    present = Participant.objects.filter(conversation=conversation, left_at=None)
    # Whoever blocked the author meets her in a larger circle at most, and is not called to it.
    deaf = Block.objects.filter(blocked__account_id=by.account).values("owner__account_id")
    others = present.exclude(account_id=by.account)
    newly = others.filter(read_count=conversation.message_count).exclude(account_id__in=deaf)
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
    attach(message, attachments)
    make_findable(message)
    present.update(archived_at=None)
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
