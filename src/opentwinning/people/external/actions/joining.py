"""An identity nobody here knows: by mail to an account that exists, or a new account (A9, A10)."""

import secrets
from collections.abc import Mapping

from django.utils.translation import pgettext

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.facilities.notifications.actions import queue_mail, save_habits
from opentwinning.people.accounts.actions import create_account
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.queries import account_at, account_with_address
from opentwinning.people.accounts.vocabulary import LINK_LIFE, AccountState
from opentwinning.people.educators.actions import complete_profile
from opentwinning.people.educators.vocabulary import TraitKind
from opentwinning.people.external.actions.identities import attach, come_in
from opentwinning.people.external.events import IdentityLinked
from opentwinning.people.external.models import PendingJoin, Provider
from opentwinning.people.external.policies import may_register_through
from opentwinning.people.external.queries import identity_of, open_join, open_provider
from opentwinning.people.external.vocabulary import Arrival
from opentwinning.people.support.queries import support_organisation_of

TEMPLATES = {True: "external/mail/join.txt", False: "external/mail/finish.txt"}


@action
def ask_to_join(*, by: Actor, arrival: Arrival, email: str) -> None:
    """Mail a link to the stored address of an account: who reads it may connect the identity. The
    screen says the same for an address nobody knows (A3)."""
    provider = open_provider(arrival.slug)
    email = email.strip().lower()
    known = account_with_address(email)
    note(known or provider)
    if known is not None:
        _mail_link(provider, arrival, known, email=email, name=known.name)


@action
def begin_account(
    *, by: Actor, arrival: Arrival, name: str, email: str, country: str, language: str
) -> Account | None:
    """A new account for somebody who came back. It begins at once when the provider vouches for
    the address and the operator believes this provider; else a mail must prove it, and None is
    returned. An address that has an account is never taken over: its owner gets the mail (A10)."""
    provider = open_provider(arrival.slug)
    deny_unless(may_register_through(provider, country))
    if identity_of(arrival) is not None:
        raise Invalid(
            pgettext("external", "This identity is connected with another account already.")
        )
    email = email.strip().lower()
    known = account_at(email)
    is_proved = (
        arrival.is_email_verified and provider.trusts_email and email == arrival.email.lower()
    )
    wish = {"email": email, "name": name, "country": country, "language": language}
    note(provider, country=country, proved=is_proved)
    if known is None and is_proved:
        return come_in(by, _create(by, arrival, wish), arrival.slug)
    if known is None:
        _mail_link(provider, arrival, None, **wish)
    elif known.state == AccountState.ACTIVE:
        _mail_link(provider, arrival, known, email=email, name=known.name)
    return None


@action
def finish_join(*, by: Actor, secret: str, arrival: Arrival) -> Account:
    """Use the link of the mail once, in the browser that came back from the provider: a link alone
    would let a stranger's identity in. Raises ``Invalid``."""
    open_provider(arrival.slug)
    pending = open_join(secret)
    used = PendingJoin.objects.filter(secret_hash=PendingJoin.hashed(secret), used_at=None)
    if pending is None or not used.update(used_at=now()):
        raise Invalid(pgettext("external", "This link is too old or was used. Begin again."))
    if (pending.issuer, pending.subject) != (arrival.issuer, arrival.subject):
        raise Invalid(pgettext("external", "You came back as somebody else. Begin again."))
    account = pending.account
    if account is None:
        account = _create(by, arrival, _wish_of(pending))
    elif account.state != AccountState.ACTIVE:
        raise Invalid(pgettext("external", "This account is closed."))
    else:
        identity = attach(account, arrival)
        emit(IdentityLinked(account_id=account.pk, provider=identity.provider.ref))
    note(account)
    come_in(by, account, arrival.slug)
    return account


def _wish_of(pending: PendingJoin) -> dict[str, str]:
    if account_at(pending.email) is not None:
        raise Invalid(pgettext("external", "This address has an account meanwhile. Begin again."))
    deny_unless(may_register_through(pending.provider, pending.country))
    return {
        "email": pending.email,
        "name": pending.name,
        "country": pending.country,
        "language": pending.language,
    }


def _create(by: Actor, arrival: Arrival, wish: Mapping[str, str]) -> Account:
    office = support_organisation_of(wish["country"])
    account = create_account(
        by=by,
        email=wish["email"],
        name=wish["name"],
        password=None,
        language=wish["language"],
        time_zone=office.time_zone if office else "",
    )
    save_habits(account_id=account.pk, paces={}, quiet_nights=True)
    spoken = list(dict.fromkeys([wish["language"], "en"]))
    traits = {TraitKind.LANGUAGE: spoken, TraitKind.AVAILABILITY: ["projects"]}
    complete_profile(
        by=by, account=account, country=wish["country"], traits=traits, profession="teacher"
    )
    attach(account, arrival)
    return account


def _mail_link(provider: Provider, arrival: Arrival, account: Account | None, **wish: str) -> None:
    secret = secrets.token_urlsafe(32)
    language = account.language if account else wish["language"]
    pending = PendingJoin.objects.create(
        secret_hash=PendingJoin.hashed(secret),
        account=account,
        provider=provider,
        issuer=arrival.issuer,
        subject=arrival.subject,
        expires_at=now() + LINK_LIFE,
        **{**wish, "language": language},
    )
    queue_mail(
        to=pending.email,
        account_id=account.pk if account else None,
        language=language,
        template=TEMPLATES[account is not None],
        facts={
            "name": pending.name,
            "provider": provider.label,
            "identity": arrival.name or arrival.email or arrival.subject,
            "url": f"/sign-in/join/{secret}",
        },
        dedupe_key=f"external-join:{pending.pk}",
    )
