"""Passwords: change and reset. Every session ends (A16)."""

import secrets

from django.utils.translation import pgettext

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.places import next_proof_of
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.facilities.notifications.actions import queue_mail
from opentwinning.people.accounts.actions.entering import enter
from opentwinning.people.accounts.actions.registration import hashed_password
from opentwinning.people.accounts.models import Account, MailedLink
from opentwinning.people.accounts.policies import may_change_account
from opentwinning.people.accounts.queries import password_lets_in
from opentwinning.people.accounts.vocabulary import LINK_LIFE, AccountState, TokenPurpose


@action
def ask_for_reset(*, by: Actor, email: str) -> None:
    """Mail a link to a known address; the screen says the same for an unknown one (A3)."""
    account = Account.objects.filter(email=email.strip().lower(), state=AccountState.ACTIVE).first()
    if account is None or not password_lets_in(account):
        return
    note(account)
    link, path = new_link(account)
    queue_mail(
        to=account.email,
        account_id=account.pk,
        language=account.language,
        template="accounts/mail/reset_password.txt",
        facts={"name": account.name, "url": path},
        dedupe_key=f"link:{link.pk}",
    )


@action
def begin_with_link(*, by: Actor, account: Account) -> str:
    """A one-time path at which the account's first password is set; for the console (A18)."""
    note(account)
    return new_link(account)[1]


def new_link(account: Account) -> tuple[MailedLink, str]:
    """A new single-use link of the account and its path, which only the caller ever knows."""
    secret = secrets.token_urlsafe(32)
    link = MailedLink.objects.create(
        purpose=TokenPurpose.RESET,
        email=account.email,
        language=account.language,
        secret_hash=MailedLink.hashed(secret),
        expires_at=now() + LINK_LIFE,
    )
    return link, f"/new-password/{secret}"


@action
def reset_password(*, by: Actor, secret: str, password: str) -> Account:
    """Use the link once (A17). Where a second proof is due, nobody is in yet: a new password never
    stands for it (A13)."""
    link = (
        MailedLink.objects.select_for_update()
        .filter(purpose=TokenPurpose.RESET, secret_hash=MailedLink.hashed(secret))
        .filter(used_at=None, expires_at__gt=now())
        .first()
    )
    active = Account.objects.filter(state=AccountState.ACTIVE)
    account = active.filter(email=link.email).first() if link else None
    if link is None or account is None or not password_lets_in(account):
        raise Invalid(pgettext("password", "This link is too old or was used. Ask for a new one."))
    _set(account, password)
    if next_proof_of(account.pk) is None:
        enter(account)
    return account


@action
def change_password(*, by: Actor, account: Account, old: str, password: str) -> Account:
    """Change it with the old one at hand."""
    deny_unless(may_change_account(by, account))
    if not account.knows(old):
        raise Invalid(pgettext("password", "The old password is not right."), "old_password")
    return _set(account, password)


def _set(account: Account, password: str) -> Account:
    """The new password; older sessions and links end with the old one."""
    account.password = hashed_password(password, account)
    account.session_epoch += 1
    account.save(update_fields=["password", "session_epoch"])
    MailedLink.objects.filter(email=account.email, used_at=None).update(used_at=now())
    return account
