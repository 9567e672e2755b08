"""Passwords: change and reset. Every session ends (A16)."""

from django.utils.translation import pgettext

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.places import next_proof_of
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.facilities.notifications.actions import queue_mail
from opentwinning.people.accounts.actions.entering import enter
from opentwinning.people.accounts.actions.links import (
    account_behind,
    new_link,
    path_to_new_password,
    used_link,
)
from opentwinning.people.accounts.actions.registration import hashed_password
from opentwinning.people.accounts.models import Account, MailedLink
from opentwinning.people.accounts.policies import may_change_account
from opentwinning.people.accounts.queries import account_with_address, password_lets_in
from opentwinning.people.accounts.vocabulary import TokenPurpose


@action
def ask_for_reset(*, by: Actor, email: str) -> None:
    """Mail a link to a known address, any confirmed one of its owner (R-25); the screen says the
    same for an unknown one (A3)."""
    email = email.strip().lower()
    account = account_with_address(email)
    if account is None or not password_lets_in(account):
        return
    note(account)
    link, secret = new_link(account, TokenPurpose.RESET, email=email)
    queue_mail(
        to=email,
        account_id=account.pk,
        language=account.language,
        template="accounts/mail/reset_password.txt",
        facts={"name": account.name, "url": f"/new-password/{secret}"},
        dedupe_key=f"link:{link.pk}",
    )


@action
def begin_with_link(*, by: Actor, account: Account) -> str:
    """A one-time path at which the account's first password is set; for the console (A18)."""
    note(account)
    return path_to_new_password(account)


@action
def reset_password(*, by: Actor, secret: str, password: str) -> Account:
    """Use the link once (A17). Where a second proof is due, nobody is in yet: a new password never
    stands for it (A13)."""
    link = used_link(TokenPurpose.RESET, MailedLink.hashed(secret))
    account = account_behind(link)
    if account is None or not password_lets_in(account):
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
    MailedLink.objects.filter(account=account, used_at=None).exclude(
        purpose=TokenPurpose.TAKE_BACK
    ).update(used_at=now())
    return account
