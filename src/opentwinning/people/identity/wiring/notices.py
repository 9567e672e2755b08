"""Whoever owns the account learns of every change of what opens it: at once, and by mail."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.events import on
from opentwinning.core.notices import NoticeKind, declare_notice
from opentwinning.core.verdicts import Text
from opentwinning.facilities.notifications.actions import tell
from opentwinning.people.identity.events import (
    FactorAdded,
    FactorRemoved,
    NewDevice,
    RecoveryCodesRenewed,
    RecoveryCodeUsed,
)

PAGE = "/account/security"
SENTENCES: dict[str, Text] = {
    "identity.app_added": pgettext_lazy("notice", "Signing in now asks for a code of your app."),
    "identity.app_removed": pgettext_lazy(
        "notice", "Signing in no longer asks for a code of your app."
    ),
    "identity.passkey_added": pgettext_lazy(
        "notice", "A new passkey opens your account: %(label)s."
    ),
    "identity.passkey_removed": pgettext_lazy(
        "notice", "A passkey opens your account no longer: %(label)s."
    ),
    "identity.code_used": pgettext_lazy(
        "notice", "A printed recovery code opened your account. Codes left: %(left)s."
    ),
    "identity.codes_renewed": pgettext_lazy(
        "notice", "You have new recovery codes. The old ones open nothing now."
    ),
}
for key, sentence in SENTENCES.items():
    declare_notice(
        NoticeKind(key, sentence, icon="key-round", mail="identity/mail/changed.txt", is_vital=True)
    )


declare_notice(
    NoticeKind(
        "identity.new_device",
        pgettext_lazy("notice", "Your account was opened in a browser we did not know."),
        icon="key-round",
        mail="identity/mail/new_device.txt",
        is_vital=True,
    )
)


@on(NewDevice)
def tell_new_device(event: NewDevice) -> None:
    """One look, one click: was this you?"""
    url = f"/account/devices/{event.ref}"
    tell([event.account_id], "identity.new_device", url=url, device=event.name)


@on(FactorAdded)
def tell_added(event: FactorAdded) -> None:
    tell_owner(event.account_id, f"identity.{event.factor}_added", label=event.label)


@on(FactorRemoved)
def tell_removed(event: FactorRemoved) -> None:
    tell_owner(event.account_id, f"identity.{event.factor}_removed", label=event.label)


@on(RecoveryCodeUsed)
def tell_used(event: RecoveryCodeUsed) -> None:
    tell_owner(event.account_id, "identity.code_used", left=event.left)


@on(RecoveryCodesRenewed)
def tell_renewed(event: RecoveryCodesRenewed) -> None:
    tell_owner(event.account_id, "identity.codes_renewed")


def tell_owner(account_id: int, key: str, **facts: str | int) -> None:
    """``what`` tells the mail which of its sentences is meant."""
    tell([account_id], key, url=PAGE, what=key.removeprefix("identity."), **facts)
