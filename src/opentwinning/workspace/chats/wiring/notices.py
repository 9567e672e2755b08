"""Those who look after a space learn that a message waits for them (H14)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.events import on
from opentwinning.core.notices import NoticeKind, declare_notice
from opentwinning.facilities.notifications.actions import tell
from opentwinning.workspace.chats.events import MessageHeld

declare_notice(
    NoticeKind(
        key="chats.waiting",
        sentence=pgettext_lazy("notice", "A pupil’s message waits for you in “%(title)s”."),
        icon="hourglass",
    )
)


@on(MessageHeld)
def tell_teachers(event: MessageHeld) -> None:
    url = f"/spaces/chats/{event.chat_ref}/"
    tell(list(event.tell), "chats.waiting", url=url, title=event.title)
