"""Lists of classes and of who is in."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.prepared import prepared
from opentwinning.people.accounts.vocabulary import AccountState
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.vocabulary import ValidationState
from opentwinning.people.pupils.models import (
    ClassOwner,
    Pupil,
    PupilVisit,
    SchoolClass,
    SignInWindow,
)
from opentwinning.people.pupils.vocabulary import (
    HERE,
    SESSION_IDLE,
    SESSION_MAX,
    Presence,
    PupilState,
)

TODAY = 6


def classes_of(actor: Actor) -> QuerySet[SchoolClass]:
    """Living classes the actor owns, with ``pupil_count``, by name."""
    return (
        SchoolClass.objects.filter(owners__educator__account_id=actor.account, closed_at=None)
        .select_related("organisation")
        .annotate(pupil_count=Count("pupils", filter=Q(pupils__state=PupilState.ACTIVE)))
        .order_by("name", "pk")
    )


@prepared
def _named(account: int) -> QuerySet[SchoolClass, tuple[str, str]]:
    mine = SchoolClass.objects.filter(owners__educator__account_id=account, closed_at=None)
    return mine.order_by("name", "pk").values_list("name", "ref")[:TODAY]


def names_of_classes(actor: Actor) -> list[tuple[str, str]]:
    """For Today: name and public id of the actor's living classes, at most ``TODAY``."""
    return _named(actor.account)


def pupils_of(school_class: SchoolClass) -> QuerySet[Pupil]:
    """Active pupils by nickname."""
    return Pupil.objects.filter(school_class=school_class, state=PupilState.ACTIVE).order_by(
        "nickname", "pk"
    )


def owners_of(school_class: SchoolClass) -> QuerySet[Educator]:
    """Who answers for the class, the first owner first."""
    return (
        Educator.objects.filter(owned_classes__school_class=school_class)
        .select_related("account")
        .order_by("owned_classes__since", "pk")
    )


def led_by(actor: Actor, pupils: Collection[int]) -> set[int]:
    """Those of these pupils whose class the actor owns; one query."""
    if actor.account_id is None or not pupils:
        return set()
    rows = Pupil.objects.filter(
        pk__in=pupils,
        school_class__closed_at=None,
        school_class__owners__educator__account_id=actor.account_id,
    )
    return set(rows.values_list("pk", flat=True))


def classes_left_alone_by(actor: Actor) -> list[SchoolClass]:
    """Her living classes that no other validated teacher answers for; two queries."""
    if actor.account_id is None:
        return []
    others = (
        ClassOwner.objects.filter(
            educator__validation_state=ValidationState.VALIDATED,
            educator__account__state=AccountState.ACTIVE,
        )
        .exclude(educator__account_id=actor.account_id)
        .values("school_class")
    )
    return list(classes_of(actor).exclude(pk__in=others))


def is_answering(educator: Educator) -> bool:
    """True while she can sign in and lead her classes."""
    return educator.is_validated and educator.account.state == AccountState.ACTIVE


def possible_owners_of(school_class: SchoolClass) -> QuerySet[Educator]:
    """Validated colleagues of the class's school who do not own it yet."""
    return (
        Educator.objects.filter(
            affiliations__organisation=school_class.organisation_id,
            affiliations__ended_at=None,
            validation_state=ValidationState.VALIDATED,
            account__state=AccountState.ACTIVE,
        )
        .exclude(owned_classes__school_class=school_class)
        .order_by("name", "pk")
    )


def open_window_of(school_class: SchoolClass) -> SignInWindow | None:
    """The sign-in window that is open now (A7)."""
    return (
        SignInWindow.objects.filter(school_class=school_class, closes_at__gt=now())
        .order_by("-closes_at")
        .first()
    )


def class_with_open_door(pk: int | None) -> SchoolClass | None:
    """The class a pupil has given the code of, while its door is open."""
    found = SchoolClass.objects.filter(pk=pk or 0, closed_at=None).first()
    return found if found is not None and open_window_of(found) is not None else None


def running_visits() -> QuerySet[PupilVisit]:
    """Visits whose session still holds: not signed out, not older than 12 hours, not idle (A8)."""
    at = now()
    return PupilVisit.objects.filter(
        signed_out_at=None,
        signed_in_at__gt=at - SESSION_MAX,
        last_seen_at__gt=at - SESSION_IDLE,
    )


@dataclass(frozen=True, slots=True)
class Seat:
    """One pupil as the class list shows her."""

    pupil: Pupil
    presence: Presence
    last_visit_at: dt.datetime | None


def roster(school_class: SchoolClass) -> list[Seat]:
    """Every active pupil with her presence and her last visit of the past week; two queries."""
    pupils = list(pupils_of(school_class))
    best: dict[int, PupilVisit] = {}
    for visit in PupilVisit.objects.filter(pupil__in=pupils).order_by("last_seen_at", "pk"):
        known = best.get(visit.pupil_id)
        # With two devices the one still in use counts.
        if known is None or is_running(visit) or not is_running(known):
            best[visit.pupil_id] = visit
    return [_seat(pupil, best.get(pupil.pk)) for pupil in pupils]


def is_running(visit: PupilVisit) -> bool:
    """``running_visits()`` for one visit at hand."""
    at = now()
    return (
        visit.signed_out_at is None
        and visit.signed_in_at > at - SESSION_MAX
        and visit.last_seen_at > at - SESSION_IDLE
    )


def _seat(pupil: Pupil, visit: PupilVisit | None) -> Seat:
    if visit is None:
        return Seat(pupil, Presence.OUT, None)
    if not is_running(visit):
        return Seat(pupil, Presence.OUT, visit.last_seen_at)
    is_here = visit.last_seen_at > now() - HERE
    return Seat(pupil, Presence.HERE if is_here else Presence.QUIET, visit.last_seen_at)
