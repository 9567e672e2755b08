"""Links and codes that mails bring: made, used once, and whose they are."""

import datetime as dt
import secrets

from opentwinning.core.clock import now
from opentwinning.people.accounts.models import Account, MailedLink
from opentwinning.people.accounts.vocabulary import LINK_LIFE, AccountState, TokenPurpose


def new_link(
    account: Account, purpose: TokenPurpose, *, email: str, life: dt.timedelta = LINK_LIFE
) -> tuple[MailedLink, str]:
    """A new single-use link of an account, and its secret, which only the caller ever knows."""
    secret = secrets.token_urlsafe(32)
    link = MailedLink.objects.create(
        purpose=purpose,
        account=account,
        email=email,
        language=account.language,
        secret_hash=MailedLink.hashed(secret),
        expires_at=now() + life,
    )
    return link, secret


def path_to_new_password(account: Account) -> str:
    """A one-time path at which the account's password is set."""
    secret = new_link(account, TokenPurpose.RESET, email=account.email)[1]
    return f"/new-password/{secret}"


def used_link(purpose: TokenPurpose, secret_hash: str) -> MailedLink | None:
    """The open link of a secret, used up now; None for an old, used or invented one."""
    link = (
        MailedLink.objects.select_for_update()
        .filter(purpose=purpose, secret_hash=secret_hash)
        .filter(used_at=None, expires_at__gt=now())
        .first()
    )
    if link is not None:
        link.used_at = now()
        link.save(update_fields=["used_at"])
    return link


def account_behind(link: MailedLink | None) -> Account | None:
    """The active account a link was sent for, locked."""
    if link is None or link.account_id is None:
        return None
    active = Account.objects.select_for_update().filter(state=AccountState.ACTIVE)
    return active.filter(pk=link.account_id).first()
