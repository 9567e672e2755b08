"""An officer who is erased decides nothing more, and somebody hears of it."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import SYSTEM
from opentwinning.core.events import on
from opentwinning.core.notices import NoticeKind, declare_notice
from opentwinning.facilities.notifications.actions import tell
from opentwinning.people.accounts.events import AccountErasing
from opentwinning.people.support.actions import end_mandates_of
from opentwinning.people.support.events import CountryWithoutOfficer
from opentwinning.people.support.queries import officers_of

declare_notice(
    NoticeKind(
        key="support.no_officer",
        sentence=pgettext_lazy("notice", "%(country)s has no officer any more."),
        icon="triangle-alert",
        mail="support/mail/no_officer.txt",
        is_vital=True,
    )
)


@on(AccountErasing)
def end_mandates(event: AccountErasing) -> None:
    end_mandates_of(by=SYSTEM, account_id=event.account_id)


@on(CountryWithoutOfficer)
def tell_centre(event: CountryWithoutOfficer) -> None:
    tell(officers_of(""), "support.no_officer", url="/support/mandates", country=event.country)
