"""Files that go with messages, and what makes messages findable."""

from collections.abc import Sequence
from dataclasses import asdict

from django.db.models import F
from django.utils.translation import pgettext_lazy

from opentwinning.community.networking.models import (
    Attachment,
    AttachmentRoom,
    Conversation,
    Message,
    Participant,
)
from opentwinning.community.networking.policies import may_remove_attachment
from opentwinning.community.networking.vocabulary import (
    ATTACHMENT_ROOM,
    ATTACHMENTS,
    SEARCHED,
    reader_word,
)
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.text import bare_words
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.facilities.search import actions as search
from opentwinning.workspace.files.vocabulary import Received

_TOO_MANY = pgettext_lazy("messages", "Add at most five files to one message.")
_NO_ROOM = pgettext_lazy(
    "messages", "Your files in messages fill your room. Remove old ones and try again."
)


@action
def remove_attachment(*, by: Actor, attachment: Attachment) -> list[str]:
    """Take a file of one's own back; the message stays. Returns the names of the contents, which
    the caller takes off the disk."""
    deny_unless(may_remove_attachment(by, attachment))
    message = attachment.message
    rooms = AttachmentRoom.objects.filter(account_id=message.author_id)
    rooms.update(used_bytes=F("used_bytes") - attachment.size)
    names = [name for name in (attachment.stored_name, attachment.thumb_name) if name]
    note(message.conversation, removed=attachment.sha256)
    attachment.delete()
    make_findable(message)
    return names


def attach(message: Message, received: Sequence[Received]) -> None:
    """Rows for contents that already lie on disk; their room is taken in the same transaction."""
    if len(received) > ATTACHMENTS:
        raise Invalid(_TOO_MANY, "uploads")
    if not received:
        return
    size = sum(each.size for each in received)
    AttachmentRoom.objects.get_or_create(account_id=message.author_id)
    free = AttachmentRoom.objects.filter(
        account_id=message.author_id, used_bytes__lte=ATTACHMENT_ROOM - size
    )
    if not free.update(used_bytes=F("used_bytes") + size):
        raise Invalid(_NO_ROOM, "uploads")
    Attachment.objects.bulk_create(Attachment(message=message, **asdict(each)) for each in received)


def make_findable(message: Message) -> None:
    """By its words, its author, its files and the subject, for the people of its conversation."""
    conversation = Conversation.objects.get(pk=message.conversation_id)
    readers = Participant.objects.filter(conversation=conversation).order_by("pk")
    search.index(
        SEARCHED,
        message.pk,
        *(reader_word(account) for account in readers.values_list("account_id", flat=True)),
        bare_words(f"{conversation.subject} {message.author.name} {message.text}"),
        *map(bare_words, message.attachments.order_by("pk").values_list("name", flat=True)),
    )
