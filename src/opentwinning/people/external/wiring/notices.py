"""The owner learns of every way in that comes or goes: perhaps it was not she."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.events import on
from opentwinning.core.notices import NoticeKind, declare_area, declare_notice
from opentwinning.facilities.notifications.actions import tell
from opentwinning.people.external.events import IdentityLinked, IdentityUnlinked
from opentwinning.people.external.queries import label_of

declare_area("external", pgettext_lazy("notice", "Ways to sign in"))
declare_notice(
    NoticeKind(
        key="external.linked",
        sentence=pgettext_lazy("notice", "You can now sign in with %(provider)s."),
        icon="link",
        mail="external/mail/linked.txt",
        is_vital=True,
    )
)
declare_notice(
    NoticeKind(
        key="external.unlinked",
        sentence=pgettext_lazy("notice", "You can no longer sign in with %(provider)s."),
        icon="link",
        mail="external/mail/unlinked.txt",
        is_vital=True,
    )
)


@on(IdentityLinked)
def tell_linked(event: IdentityLinked) -> None:
    tell(
        [event.account_id],
        "external.linked",
        url="/account/ways",
        provider=label_of(event.provider),
    )


@on(IdentityUnlinked)
def tell_unlinked(event: IdentityUnlinked) -> None:
    tell(
        [event.account_id],
        "external.unlinked",
        url="/account/ways",
        provider=label_of(event.provider),
    )
