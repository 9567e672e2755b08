"""Two steps: an address, then the link of the mail (R-01, R-02)."""

import secrets

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import pgettext

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid
from opentwinning.facilities.notifications.actions import queue_mail
from opentwinning.people.accounts.actions.entering import enter
from opentwinning.people.accounts.events import AccountCreated
from opentwinning.people.accounts.models import Account, Address, MailedLink
from opentwinning.people.accounts.queries import account_at
from opentwinning.people.accounts.vocabulary import LINK_LIFE, TokenPurpose


@action
def begin_registration(*, by: Actor, email: str, name: str, country: str, language: str) -> None:
    """Send the link that leads to the full form. Nobody learns whether the address is known: an
    existing member gets another mail, the answer on the screen is the same (A3)."""
    email = email.strip().lower()
    note(country=country)
    known = account_at(email)
    if known is not None:
        queue_mail(
            to=email,
            account_id=known.pk,
            language=known.language,
            template="accounts/mail/already_registered.txt",
            facts={"name": known.name, "url": "/sign-in"},
            dedupe_key=f"already:{known.pk}:{now():%Y%m%d%H}",
        )
        return
    secret = secrets.token_urlsafe(32)
    link = MailedLink.objects.create(
        purpose=TokenPurpose.REGISTER,
        email=email,
        name=name,
        country=country,
        language=language,
        secret_hash=MailedLink.hashed(secret),
        expires_at=now() + LINK_LIFE,
    )
    queue_mail(
        to=email,
        language=language,
        template="accounts/mail/finish_registration.txt",
        facts={"name": name, "url": f"/register/{secret}"},
        dedupe_key=f"link:{link.pk}",
    )


@action
def finish_registration(*, by: Actor, secret: str, password: str, time_zone: str = "") -> Account:
    """Use the link once: the account begins with a confirmed address. Raises ``Invalid`` for an old
    or used link and for a weak password (A2)."""
    link = (
        MailedLink.objects.select_for_update()
        .filter(purpose=TokenPurpose.REGISTER, secret_hash=MailedLink.hashed(secret))
        .filter(used_at=None, expires_at__gt=now())
        .first()
    )
    if link is None or account_at(link.email) is not None:
        raise Invalid(pgettext("registration", "This link is too old or was used. Begin again."))
    link.used_at = now()
    link.save(update_fields=["used_at"])
    account = create_account(
        by=by,
        email=link.email,
        name=link.name,
        password=password,
        language=link.language,
        time_zone=time_zone,
    )
    enter(account)
    return account


@action
def create_account(
    *, by: Actor, email: str, name: str, password: str | None, language: str, time_zone: str = ""
) -> Account:
    """Create an account whose address is known to be right. ``None``: no password opens it."""
    account = Account(email=email.strip().lower(), name=name, language=language)
    account.time_zone = time_zone or account.time_zone
    account.password = (
        make_password(None) if password is None else hashed_password(password, account)
    )
    account.save(force_insert=True)
    Address.objects.create(account=account, email=account.email, confirmed_at=account.created_at)
    note(account)
    emit(AccountCreated(account_id=account.pk))
    return account


def hashed_password(password: str, account: Account) -> str:
    """The hash of an acceptable password; ``Invalid`` names the field ``password``."""
    if len(password) > 128:
        raise Invalid(pgettext("password", "Use at most 128 characters."), "password")
    try:
        validate_password(password, account)  # type: ignore[arg-type]  # reads attributes only
    except ValidationError as problem:
        raise Invalid(" ".join(problem.messages), "password") from problem
    return make_password(password)
