"""Finding accounts and links."""

from opentwinning.core.actor import Actor, Role
from opentwinning.core.clock import now
from opentwinning.core.notices import Recipient
from opentwinning.people.accounts.models import Account, MailedLink
from opentwinning.people.accounts.queries.addresses import account_at
from opentwinning.people.accounts.vocabulary import AccountState, TokenPurpose


def account_of(actor: Actor) -> Account:
    """The actor's own account; the actor is signed in as an adult."""
    return Account.objects.get(pk=actor.account)


def account_with_address(email: str) -> Account | None:
    """The active account of a confirmed address; for officers who may know addresses (row 8)."""
    known = account_at(email)
    return known if known is not None and known.state == AccountState.ACTIVE else None


def accounts_with(role: Role) -> list[Account]:
    """Accounts that hold a role, the oldest first."""
    return list(Account.objects.filter(capacities__role=role).distinct().order_by("pk"))


def open_link(secret: str, purpose: TokenPurpose) -> MailedLink | None:
    """A mailed link that may still be used. Reading it changes nothing (mail scanners, A17)."""
    return MailedLink.objects.filter(
        purpose=purpose,
        secret_hash=MailedLink.hashed(secret),
        used_at=None,
        expires_at__gt=now(),
    ).first()


def people_behind(account_ids: list[int]) -> list[Recipient]:
    """Active accounts as recipients of notices and mail."""
    rows = Account.objects.filter(pk__in=account_ids, state=AccountState.ACTIVE).order_by("pk")
    return [Recipient(a.pk, a.email, a.name, a.language, a.time_zone) for a in rows]
