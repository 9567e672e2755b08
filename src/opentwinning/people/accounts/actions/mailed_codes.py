"""A one-time code by mail, in the place of a password. It counts once, for ten minutes, in the
browser that asked for it: whoever reads it over a shoulder can do nothing with it."""

import secrets

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.places import next_proof_of
from opentwinning.core.verdicts import deny_unless
from opentwinning.facilities.notifications.actions import queue_mail
from opentwinning.people.accounts.actions.entering import enter
from opentwinning.people.accounts.actions.links import account_behind, used_link
from opentwinning.people.accounts.models import Account, MailedLink
from opentwinning.people.accounts.policies import may_change_account
from opentwinning.people.accounts.queries import account_with_address, password_lets_in
from opentwinning.people.accounts.vocabulary import CODE_LIFE, TokenPurpose


@action
def ask_for_code(*, by: Actor, email: str, browser: str) -> None:
    """Mail a code to a known address; the screen says the same for an unknown one (A3).
    ``browser`` is a secret that only the asking browser's session holds."""
    account = account_with_address(email)
    if account is None or not password_lets_in(account):
        return
    note(account)
    _mail(account, browser, to=email.strip().lower())


@action
def ask_for_proof_code(*, by: Actor, account: Account, browser: str) -> None:
    """Mail a code to somebody who is signed in and has no password to show (A14)."""
    deny_unless(may_change_account(by, account))
    note(account)
    _mail(account, browser, to=account.email)


@action
def sign_in_with_code(*, by: Actor, code: str, browser: str) -> Account | None:
    """The account whose code it is, or None for a wrong, old or used one. Where a second proof is
    due, nobody is in yet (A13)."""
    link = used_link(TokenPurpose.CODE, _hashed(code, browser))
    account = account_behind(link)
    if account is None or not password_lets_in(account):
        note(account, outcome="refused")
        return None
    if next_proof_of(account.pk):
        note(account, outcome="half")
        return account
    note(account, outcome="in", erasures_cancelled=enter(account))
    return account


@action
def prove_with_mailed_code(*, by: Actor, account: Account, code: str, browser: str) -> bool:
    """True when the code was mailed to this account. Whoever calls has counted the try."""
    link = used_link(TokenPurpose.CODE, _hashed(code, browser))
    is_right = link is not None and link.account_id == account.pk
    note(account, outcome="in" if is_right else "refused")
    return is_right


def _mail(account: Account, browser: str, *, to: str) -> None:
    code = f"{secrets.randbelow(1_000_000):06}"
    link = MailedLink.objects.create(
        purpose=TokenPurpose.CODE,
        account=account,
        email=to,
        language=account.language,
        secret_hash=_hashed(code, browser),
        expires_at=now() + CODE_LIFE,
    )
    queue_mail(
        to=to,
        account_id=account.pk,
        language=account.language,
        template="accounts/mail/code.txt",
        facts={"name": account.name, "code": code, "url": "/sign-in"},
        dedupe_key=f"link:{link.pk}",
    )


def _hashed(code: str, browser: str) -> str:
    plain = "".join(char for char in code if char.isdigit())
    return MailedLink.hashed(f"{browser}:{plain}")
