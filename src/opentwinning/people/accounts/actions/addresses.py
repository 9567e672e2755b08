"""Several addresses of one person (R-25): each is proved by a link it receives before it counts;
whoever reads an old one can take a change back for some days."""

from django.db import IntegrityError, transaction
from django.utils.translation import pgettext

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.facilities.notifications.actions import queue_mail
from opentwinning.people.accounts.actions.links import (
    account_behind,
    new_link,
    path_to_new_password,
    used_link,
)
from opentwinning.people.accounts.events import (
    AccountTakenBack,
    AddressConfirmed,
    AddressRemoved,
    MainAddressChanged,
)
from opentwinning.people.accounts.models import Account, Address, MailedLink
from opentwinning.people.accounts.policies import may_change_account
from opentwinning.people.accounts.queries import account_at, password_lets_in
from opentwinning.people.accounts.vocabulary import (
    ADDRESSES,
    TAKE_BACK_LIFE,
    THEFT_BEFORE,
    TokenPurpose,
)


@action
def add_address(*, by: Actor, account: Account, email: str) -> Address:
    """Claim an address, or ask for its link again. One that belongs to somebody else gets a mail
    too, which tells her; the answer here is the same (A3). Raises ``Invalid``."""
    account = _locked(by, account)
    email = email.strip().lower()
    address = Address.objects.filter(account=account, email=email).first()
    if address is not None and address.is_confirmed:
        raise Invalid(pgettext("address", "This address is yours already."), "email")
    if address is None:
        if Address.objects.filter(account=account).count() >= ADDRESSES:
            raise Invalid(pgettext("address", "You have five addresses. Remove one first."))
        address = Address(account=account, email=email)
    address.added_at = now()
    address.save()
    note(account, address=address.ref)
    owner = account_at(email)
    if owner is None:
        _mail_confirmation(account, email)
    else:
        queue_mail(
            to=email,
            account_id=owner.pk,
            language=owner.language,
            template="accounts/mail/address_taken.txt",
            facts={"name": owner.name, "url": "/account/addresses"},
            dedupe_key=f"address-taken:{address.pk}:{now():%Y%m%d%H%M%S%f}",
        )
    return address


@action
def confirm_address(*, by: Actor, account: Account, secret: str) -> Address:
    """Use the link of the mail once, signed in to the account that asked for it: a stranger's click
    gives nobody her address. Raises ``Invalid``."""
    account = _locked(by, account)
    link = used_link(TokenPurpose.ADDRESS, MailedLink.hashed(secret))
    waiting = Address.objects.filter(account=account, confirmed_at=None)
    address = waiting.filter(email=link.email).first() if link else None
    if link is None or link.account_id != account.pk or address is None:
        raise Invalid(pgettext("address", "This link is too old or was used. Ask for a new one."))
    address.confirmed_at = now()
    try:
        with transaction.atomic():
            address.save(update_fields=["confirmed_at"])
    except IntegrityError as taken:  # she reads it, so she may know
        raise Invalid(
            pgettext("address", "This address belongs to another account meanwhile.")
        ) from taken
    note(account, address=address.ref)
    emit(AddressConfirmed(account_id=account.pk, address=address.email))
    return address


@action
def choose_main_address(*, by: Actor, address: Address) -> Account:
    """Mail goes to this confirmed address from now on; the old one is told, and may take it back
    for three days."""
    account = _locked(by, address.account)
    if not Address.objects.filter(pk=address.pk, confirmed_at__isnull=False).exists():
        raise Invalid(pgettext("address", "Confirm this address first."))
    old = account.email
    if address.email == old:
        return account
    account.email = address.email
    account.save(update_fields=["email"])
    note(account, address=address.ref)
    _warn(account, old, "accounts/mail/main_address_changed.txt")
    emit(MainAddressChanged(account_id=account.pk, address=account.email))
    return account


@action
def remove_address(*, by: Actor, address: Address) -> None:
    """It opens the account no longer and is free for somebody else. A confirmed one is told, and
    may take it back for three days."""
    account = _locked(by, address.account)
    found = Address.objects.filter(pk=address.pk).first()
    if found is None:
        return
    if found.email == account.email:
        raise Invalid(pgettext("address", "Choose another main address first."))
    note(account, address=found.ref)
    MailedLink.objects.filter(account=account, email=found.email, used_at=None).exclude(
        purpose=TokenPurpose.TAKE_BACK
    ).update(used_at=now())
    found.delete()
    if found.is_confirmed:
        _warn(account, found.email, "accounts/mail/address_removed.txt")
        emit(AddressRemoved(account_id=account.pk, address=found.email))


@action
def take_back_address(*, by: Actor, secret: str) -> str:
    """Whoever reads an address that was changed or removed says that it was not she: it becomes the
    main and only one again, every session and every link ends, and so does what else was added to
    open the account (``AccountTakenBack``). Returns the path at which she
    chooses a new password, or signs in where passwords open nothing. Raises ``Invalid``."""
    link = used_link(TokenPurpose.TAKE_BACK, MailedLink.hashed(secret))
    account = account_behind(link)
    owner = account_at(link.email) if link else None
    if link is None or account is None or (owner is not None and owner.pk != account.pk):
        raise Invalid(pgettext("address", "This link is too old or was used."))
    Address.objects.filter(account=account).exclude(email=link.email).delete()
    Address.objects.update_or_create(
        account=account, email=link.email, defaults={"confirmed_at": now()}
    )
    account.email = link.email
    account.session_epoch += 1
    account.save(update_fields=["email", "session_epoch"])
    MailedLink.objects.filter(account=account, used_at=None).update(used_at=now())
    note(account)
    emit(MainAddressChanged(account_id=account.pk, address=account.email))
    changed_at = link.expires_at - TAKE_BACK_LIFE
    emit(AccountTakenBack(account_id=account.pk, since=changed_at - THEFT_BEFORE))
    return path_to_new_password(account) if password_lets_in(account) else "/sign-in"


def _locked(by: Actor, account: Account) -> Account:
    deny_unless(may_change_account(by, account))
    return Account.objects.select_for_update().get(pk=account.pk)


def _mail_confirmation(account: Account, email: str) -> None:
    """Nothing of the person stands in it: a stranger may read the address."""
    link, secret = new_link(account, TokenPurpose.ADDRESS, email=email)
    queue_mail(
        to=email,
        account_id=account.pk,
        language=account.language,
        template="accounts/mail/confirm_address.txt",
        facts={"url": f"/account/addresses/confirm/{secret}"},
        dedupe_key=f"link:{link.pk}",
    )


def _warn(account: Account, email: str, template: str) -> None:
    link, secret = new_link(account, TokenPurpose.TAKE_BACK, email=email, life=TAKE_BACK_LIFE)
    queue_mail(
        to=email,
        account_id=account.pk,
        language=account.language,
        template=template,
        facts={"name": account.name, "url": f"/address-back/{secret}"},
        dedupe_key=f"link:{link.pk}",
    )
