"""A certificate is issued once per cause and can be revoked, never changed."""

from typing import Any

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.accounts.models import Account
from opentwinning.people.certificates.models import Certificate
from opentwinning.people.certificates.policies import may_revoke_certificate
from opentwinning.people.certificates.vocabulary import KINDS
from opentwinning.people.pupils.models import Pupil, SchoolClass

type Holder = Account | Pupil | SchoolClass


@action
def issue_certificate(
    *,
    by: Actor,
    kind: str,
    holder: Holder,
    country: str,
    title: str,
    cause: str,
    **facts: Any,
) -> Certificate:
    """Issue one certificate; the same ``cause`` twice gives the one issued before.

    Called by the app that knows why (it has judged the right). ``facts`` are plain values printed
    on the paper: ``school``, ``place``, ``countries`` (codes), ``started_on``, ``ended_on``
    (ISO dates), ``note``. Only an adult's name is kept; the language is the holder's.
    """
    if kind not in KINDS:
        raise TypeError(f"no kind of certificate is called {kind}")
    known = Certificate.objects.filter(cause=cause).first()
    if known is not None:
        return known
    certificate = Certificate(
        kind=kind, country=country, title=title[:160], cause=cause, facts=_plain(facts)
    )
    _give_to(certificate, holder)
    certificate.save(force_insert=True)
    note(certificate, kind=kind, cause=cause)
    return certificate


@action
def revoke_certificate(*, by: Actor, certificate: Certificate, reason: str) -> Certificate:
    """The public check says from now on that it no longer holds."""
    certificate = Certificate.objects.select_for_update().get(pk=certificate.pk)
    deny_unless(may_revoke_certificate(by, certificate))
    if not reason.strip():
        raise Invalid(pgettext_lazy("certificate", "Write the reason."), "reason")
    if certificate.revoked_at is None:
        certificate.revoked_at = now()
        certificate.revoked_reason = reason.strip()[:300]
        certificate.save(update_fields=["revoked_at", "revoked_reason"])
    return certificate


def _give_to(certificate: Certificate, holder: Holder) -> None:
    if isinstance(holder, Account):
        certificate.account = holder
        certificate.holder_name = holder.name
        certificate.language = holder.language
    elif isinstance(holder, Pupil):
        certificate.pupil = holder
        certificate.language = holder.school_class.language
    else:
        certificate.school_class = holder
        certificate.language = holder.language


def _plain(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if value not in (None, "", [])}
