"""Ambassadors are appointed, agree or not, and end (A-15)."""

import datetime as dt

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now, today
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.educators.events import AmbassadorAppointed
from opentwinning.people.educators.models import Ambassador
from opentwinning.people.educators.policies import (
    may_appoint_ambassadors,
    may_edit_educator,
    may_end_ambassador,
)
from opentwinning.people.educators.queries.access import educator_by_email

_UNKNOWN = pgettext_lazy(
    "ambassador", "No validated teacher of this country has an account with this address."
)
_PAST = pgettext_lazy("ambassador", "Choose a day in the future.")
_ALREADY = pgettext_lazy("ambassador", "This teacher is an ambassador already.")
_OVER = pgettext_lazy("ambassador", "This term has ended already.")


@action
def appoint_ambassador(
    *, by: Actor, country: str, email: str, region: str, last_day: dt.date
) -> Ambassador:
    """Choose a validated educator of the country. Nobody sees it before she agrees."""
    deny_unless(may_appoint_ambassadors(by, country))
    educator = educator_by_email(by, email, country=country)
    if educator is None:
        raise Invalid(_UNKNOWN, "email")
    if last_day <= today():
        raise Invalid(_PAST, "last_day")
    running = Ambassador.objects.filter(educator=educator, ended_at=None, last_day__gte=today())
    if running.exists():
        raise Invalid(_ALREADY, "email")
    ambassador = Ambassador.objects.create(
        educator=educator,
        country=country,
        region=region,
        last_day=last_day,
        by_account_id=by.account_id,
    )
    note(ambassador, country=country, region=region, last_day=last_day)
    emit(AmbassadorAppointed(educator.account_id))
    return ambassador


@action
def agree_to_be_ambassador(*, by: Actor, ambassador: Ambassador, contact: str) -> Ambassador:
    """She agrees to stand on the public page, and says how to reach her; also to change that."""
    deny_unless(may_edit_educator(by, ambassador.educator))
    found = Ambassador.objects.select_for_update().get(pk=ambassador.pk)
    if not found.is_running:
        raise Invalid(_OVER)
    found.agreed_at, found.contact = found.agreed_at or now(), contact
    found.save(update_fields=["agreed_at", "contact"])
    note(found, country=found.country)
    return found


@action
def end_ambassador(*, by: Actor, ambassador: Ambassador) -> Ambassador:
    """The office ends it, or she does; at once."""
    deny_unless(may_end_ambassador(by, ambassador))
    found = Ambassador.objects.select_for_update().get(pk=ambassador.pk)
    if not found.is_running:
        raise Invalid(_OVER)
    found.ended_at = now()
    found.save(update_fields=["ended_at"])
    note(found, country=found.country)
    return found
