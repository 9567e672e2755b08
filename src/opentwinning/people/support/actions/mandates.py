"""Officers come and go."""

import datetime as dt

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor, Role
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.accounts.actions import grant_capacity, revoke_capacity
from opentwinning.people.accounts.models import Account
from opentwinning.people.support.events import CountryWithoutOfficer
from opentwinning.people.support.models import Mandate
from opentwinning.people.support.policies import (
    may_appoint_officer,
    may_confirm_mandate,
    may_end_mandates_of,
)
from opentwinning.people.support.queries import officers_of, region_codes, region_meant

_NO_REGION = pgettext_lazy("support", "“%(code)s” is not on the list of regions of this country.")
_OVER = pgettext_lazy("support", "This mandate has ended already.")


@action
def appoint_officer(
    *,
    by: Actor,
    account: Account,
    country: str,
    regions: str = "",
    until: dt.datetime | None = None,
    reason: str = "",
) -> Mandate:
    """Give a mandate for a country, or with country "" for the centre. A central officer only
    proposes a central one: it begins when another central officer confirms it (B7). With
    ``regions``, codes parted by commas or spaces, she only answers first there (X-06)."""
    deny_unless(may_appoint_officer(by, central=not country))
    if until is not None and until <= now():
        raise Invalid(pgettext_lazy("support", "Choose a day in the future."), "until")
    codes = _regions_meant(country, regions)
    note(account, country=country, regions=codes)
    same = Mandate.objects.filter(account=account, country=country, revoked_at=None)
    if same.exclude(until__lt=now()).exists():
        raise Invalid(pgettext_lazy("support", "This person has this mandate already."), "email")
    proposed = not country and by.is_a(Role.CENTRAL_OFFICER)
    mandate = Mandate.objects.create(
        account=account,
        country=country,
        regions=" ".join(codes),
        until=until,
        proposed_by_account_id=by.account_id,
        granted_at=None if proposed else now(),
    )
    if not proposed:
        _grant(by, mandate, reason)
    return mandate


@action
def confirm_mandate(*, by: Actor, mandate: Mandate) -> Mandate:
    """The second central officer says yes."""
    mandate = Mandate.objects.select_for_update().get(pk=mandate.pk)
    deny_unless(may_confirm_mandate(by, mandate))
    if mandate.granted_at is not None or mandate.revoked_at is not None:
        raise Invalid(_OVER)
    mandate.granted_at = now()
    mandate.save(update_fields=["granted_at"])
    _grant(by, mandate, "")
    note(mandate)
    return mandate


@action
def end_mandate(*, by: Actor, mandate: Mandate, reason: str) -> None:
    """Take a mandate back at once (B11)."""
    deny_unless(may_appoint_officer(by, central=not mandate.country))
    if not reason.strip():
        raise Invalid(pgettext_lazy("support", "Write the reason."), "reason")
    mandate = Mandate.objects.select_for_update().get(pk=mandate.pk)
    if mandate.revoked_at is not None:
        raise Invalid(_OVER)
    revoke_capacity(
        by=by, account=mandate.account, role=_role(mandate), country=mandate.country, reason=reason
    )
    mandate.revoked_at = now()
    mandate.save(update_fields=["revoked_at"])
    note(mandate, country=mandate.country)


@action
def end_mandates_of(*, by: Actor, account_id: int) -> None:
    """The officer is erased: her mandates end, and a country without another officer is named."""
    deny_unless(may_end_mandates_of(by))
    running = Mandate.objects.filter(account_id=account_id, revoked_at=None)
    deciding = running.filter(regions="")
    countries = sorted({mandate.country for mandate in deciding if not mandate.is_over})
    note(account=account_id, ended=running.update(revoked_at=now()))
    for country in countries:
        if country and not officers_of(country):
            emit(CountryWithoutOfficer(country))


def _grant(by: Actor, mandate: Mandate, reason: str) -> None:
    grant_capacity(
        by=by,
        account=mandate.account,
        role=_role(mandate),
        country=mandate.country,
        until=mandate.until,
        reason=reason,
    )


def _regions_meant(country: str, said: str) -> list[str]:
    """The codes of the list of the country that somebody typed."""
    known = region_codes(country)
    found = []
    for each in said.replace(",", " ").replace(";", " ").split():
        code = region_meant(each, known, country)
        if code is None:
            raise Invalid(str(_NO_REGION) % {"code": each[:20]}, "regions")
        found.append(code)
    return sorted(set(found))


def _role(mandate: Mandate) -> Role:
    if mandate.regions:
        return Role.REGIONAL_OFFICER
    return Role.NATIONAL_OFFICER if mandate.country else Role.CENTRAL_OFFICER
