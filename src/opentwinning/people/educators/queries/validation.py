"""The queue of validations."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from opentwinning.core.actor import Actor, Role
from opentwinning.core.clock import now
from opentwinning.people.educators.models import Educator, ValidationStep
from opentwinning.people.educators.queries.roles import reviews_closed_to
from opentwinning.people.educators.vocabulary import (
    DECISIONS,
    IN_QUEUE,
    TRANSITIONS,
    ValidationState,
)
from opentwinning.people.support.queries import rules_of
from opentwinning.people.support.vocabulary import LONGEST_REMINDER


def educators_waiting_for(actor: Actor) -> QuerySet[Educator]:
    """Educators the officer may decide about, oldest first; not those who ask somebody else to look
    at her own refusal, and not yet those about whom a regional officer answers first."""
    renewals = Q(validation_state=ValidationState.VALIDATED, waiting_since__isnull=False)
    waiting = Educator.objects.filter(Q(validation_state__in=IN_QUEUE) | renewals)
    if not actor.is_a(Role.CENTRAL_OFFICER):
        waiting = waiting.filter(country__in=actor.countries)
    waiting = waiting.exclude(with_region_until__gt=now())
    waiting = waiting.exclude(account_id=actor.account).exclude(pk__in=reviews_closed_to(actor))
    return waiting.order_by("waiting_since", "pk")


def was_checked_at(educator: Educator) -> datetime | None:
    """When an office last said yes."""
    step = ValidationStep.objects.filter(educator=educator, state=ValidationState.VALIDATED)
    return step.order_by("-pk").values_list("at", flat=True).first()


def waiting_count(actor: Actor) -> int:
    """How many wait for the officer."""
    return educators_waiting_for(actor).count()


def steps_of(educator: Educator) -> QuerySet[ValidationStep]:
    """What was asked, answered and decided, in order."""
    return ValidationStep.objects.filter(educator=educator)


def can_renew(educator: Educator) -> bool:
    """Her validation has lapsed, or ends soon and she has not asked yet."""
    if educator.validation_state == ValidationState.LAPSED:
        return True
    until = educator.validated_until
    if not educator.is_validated or educator.asks_renewal or until is None:
        return False
    if until > now() + timedelta(days=LONGEST_REMINDER):  # most pages ask no further
        return False
    return until <= now() + timedelta(days=rules_of(educator.country).remind_days)


def decisions_about(educator: Educator) -> frozenset[str]:
    """States an office may now bring her to."""
    if educator.is_validated and not educator.asks_renewal:
        return frozenset()
    return TRANSITIONS[ValidationState(educator.validation_state)] & DECISIONS


def educators_to_lapse() -> QuerySet[Educator]:
    """Validated educators whose time is over."""
    return Educator.objects.filter(
        validation_state=ValidationState.VALIDATED, validated_until__lte=now()
    )


def educators_to_remind() -> list[Educator]:
    """Validated educators whose time ends within the day that lies as far ahead as the rules of
    their country say."""
    found: list[Educator] = []
    for country in Educator.objects.values_list("country", flat=True).distinct().order_by():
        day = now() + timedelta(days=rules_of(country).remind_days)
        found += Educator.objects.filter(
            country=country,
            validation_state=ValidationState.VALIDATED,
            validated_until__gt=day - timedelta(days=1),
            validated_until__lte=day,
        )
    return found
