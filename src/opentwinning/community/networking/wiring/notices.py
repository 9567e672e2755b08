"""What networking tells people, and the mails that go with it."""

from django.utils.translation import pgettext_lazy

from opentwinning.community.networking.events import (
    CallAnswered,
    ContactAccepted,
    ContactAsked,
    EducatorFollowed,
    MessageSent,
)
from opentwinning.community.networking.models import (
    CallAnswer,
    Contact,
    Conversation,
)
from opentwinning.core.events import on
from opentwinning.core.notices import NoticeKind, declare_notice
from opentwinning.facilities.notifications.actions import tell
from opentwinning.people.accounts.models import Account
from opentwinning.people.educators.models import Educator

for key, icon, sentence in (
    ("asked", "user-plus", pgettext_lazy("notice", "%(asker)s wants to be your contact.")),
    ("accepted", "handshake", pgettext_lazy("notice", "%(asked)s is now your contact.")),
    ("answered", "reply", pgettext_lazy("notice", "%(author)s answered “%(title)s”.")),
    ("message", "mail", pgettext_lazy("notice", "%(author)s wrote to you: %(subject)s")),
    ("found", "search", pgettext_lazy("notice", "New teachers for “%(search)s”: %(count)s")),
):
    declare_notice(
        NoticeKind(f"networking.{key}", sentence, icon, mail=f"networking/mail/{key}.txt")
    )


declare_notice(
    NoticeKind(
        "following.follower",
        pgettext_lazy("notice", "%(follower)s follows you."),
        "user-plus",
        mail="networking/mail/follower.txt",
    )
)


@on(EducatorFollowed)
def tell_followed(event: EducatorFollowed) -> None:
    people = Educator.objects.in_bulk([event.follower_id, event.followed_id])
    tell(
        [people[event.followed_id].account_id],
        "following.follower",
        url="/partners/followers",
        follower=people[event.follower_id].name,
    )


@on(ContactAsked)
def tell_asked(event: ContactAsked) -> None:
    contact = Contact.objects.select_related("asker", "asked").get(pk=event.contact_id)
    tell(
        [contact.asked.account_id],
        "networking.asked",
        url="/partners/contacts/",
        asker=contact.asker.name,
    )


@on(ContactAccepted)
def tell_accepted(event: ContactAccepted) -> None:
    contact = Contact.objects.select_related("asker", "asked").get(pk=event.contact_id)
    tell(
        [contact.asker.account_id],
        "networking.accepted",
        url="/partners/contacts/",
        asked=contact.asked.name,
    )


@on(CallAnswered)
def tell_answered(event: CallAnswered) -> None:
    answer = CallAnswer.objects.select_related("author", "call__author").get(pk=event.answer_id)
    tell(
        [answer.call.author.account_id],
        "networking.answered",
        url=f"/partners/calls/{answer.call.ref}",
        author=answer.author.name,
        title=answer.call.title,
    )


@on(MessageSent)
def tell_message(event: MessageSent) -> None:
    """Who has unread messages of this conversation already was told; once is enough."""
    conversation = Conversation.objects.get(pk=event.conversation_id)
    author = Account.objects.get(pk=event.author_account_id)
    tell(
        event.newly_unread,
        "networking.message",
        url=f"/partners/messages/{conversation.ref}",
        author=author.name,
        subject=conversation.subject,
    )
