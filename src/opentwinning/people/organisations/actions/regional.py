"""The officers of a region answer before the office decides (X-06)."""

import datetime as dt

from django.utils import timezone
from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import SYSTEM, Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.educators.actions import keep_with_region
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.policies import open_review
from opentwinning.people.organisations.events import RegionAsked
from opentwinning.people.organisations.models import Organisation, RegionalCheck
from opentwinning.people.organisations.policies import may_answer_for_region, may_ask_regions
from opentwinning.people.organisations.queries.lists import affiliations_of
from opentwinning.people.organisations.queries.regional import regional_check_of
from opentwinning.people.organisations.vocabulary import RegionalAnswer
from opentwinning.people.support.queries import region_named, regional_officers_of, rules_of

_REASON = pgettext_lazy("regional", "Write why you cannot confirm it.")
_ENDED = pgettext_lazy("regional", "This was answered already, or the time is over.")


@action
def ask_region(*, by: Actor, educator: Educator) -> RegionalCheck | None:
    """She asks for validation: where the rules of her country say so and the region of her school
    has an officer, the request lies there first. A region is asked once for one request."""
    deny_unless(may_ask_regions(by))
    note(educator)
    rules = rules_of(educator.country)
    school = _school_asked_about(educator) if rules.asks_region else None
    region = region_named(educator.country, school.region) if school else None
    if school and region and _was_asked(educator, school, region.code):
        return None
    RegionalCheck.objects.filter(educator=educator, answered_at=None).delete()
    told = set(regional_officers_of(educator.country, region.code)) if region else set()
    told -= {educator.account_id}
    until = now() + dt.timedelta(days=rules.region_days) if told else None
    if until != educator.with_region_until:
        keep_with_region(by=SYSTEM, educator=educator, until=until)
    if school is None or region is None or until is None:
        return None
    emit(RegionAsked(educator.pk, tuple(sorted(told)), timezone.localdate(until)))
    return RegionalCheck.objects.create(
        educator=educator, organisation=school, region=region.code, until=until
    )


@action
def answer_for_region(
    *, by: Actor, check: RegionalCheck, answer: RegionalAnswer, message: str = ""
) -> RegionalCheck:
    """An officer of the region says yes or no, a no with its reason, once. The office decides."""
    deny_unless(may_answer_for_region(by, check))
    if answer == RegionalAnswer.NO and not message.strip():
        raise Invalid(_REASON, "message")
    educator = Educator.objects.select_for_update().get(pk=check.educator_id)
    found = RegionalCheck.objects.select_for_update().get(pk=check.pk)
    if not found.is_open:
        raise Invalid(_ENDED)
    found.answered_at, found.answer, found.message = now(), answer, message
    found.by_account_id = by.account_id
    found.save(update_fields=["answered_at", "answer", "message", "by_account_id"])
    keep_with_region(by=SYSTEM, educator=educator, until=None)
    note(educator, region=found.region, answer=answer)
    return found


def _school_asked_about(educator: Educator) -> Organisation | None:
    """Where she began to work last, while she waits; a second look at a role is the office's."""
    if educator.waiting_since is None or open_review(educator) is not None:
        return None
    workplaces = affiliations_of(educator)
    return workplaces[-1].organisation if workplaces else None


def _was_asked(educator: Educator, school: Organisation, region: str) -> bool:
    """For the request that runs, about this school; one that she took back meanwhile is not."""
    last = regional_check_of(educator)
    if last is None or (last.organisation_id, last.region) != (school.pk, region):
        return False
    return last.answered_at is not None or last.until <= now() or last.educator.is_with_region
