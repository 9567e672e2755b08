"""Whoever owns an account learns of every change of the addresses that open it (R-25)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.events import on
from opentwinning.core.notices import NoticeKind, declare_notice
from opentwinning.core.verdicts import Text
from opentwinning.facilities.notifications.actions import tell
from opentwinning.people.accounts.events import (
    AddressConfirmed,
    AddressRemoved,
    MainAddressChanged,
)

PAGE = "/account/addresses"
SENTENCES: dict[str, Text] = {
    "accounts.address_added": pgettext_lazy(
        "notice", "A new address opens your account: %(address)s."
    ),
    "accounts.address_removed": pgettext_lazy(
        "notice", "An address opens your account no longer: %(address)s."
    ),
    "accounts.main_address": pgettext_lazy("notice", "Our mails to you now go to %(address)s."),
}
for key, sentence in SENTENCES.items():
    declare_notice(
        NoticeKind(key, sentence, icon="mail", mail="accounts/mail/address.txt", is_vital=True)
    )


@on(AddressConfirmed)
def tell_added(event: AddressConfirmed) -> None:
    tell_owner(event.account_id, "accounts.address_added", event.address)


@on(AddressRemoved)
def tell_removed(event: AddressRemoved) -> None:
    tell_owner(event.account_id, "accounts.address_removed", event.address)


@on(MainAddressChanged)
def tell_main(event: MainAddressChanged) -> None:
    tell_owner(event.account_id, "accounts.main_address", event.address)


def tell_owner(account_id: int, key: str, address: str) -> None:
    """``what`` tells the mail which of its sentences is meant."""
    tell([account_id], key, url=PAGE, what=key.removeprefix("accounts."), address=address)
