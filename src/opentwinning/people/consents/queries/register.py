"""What is known about each pupil of a class, and who may be shown."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q, QuerySet

from opentwinning.core.actor import Actor
from opentwinning.core.clock import today
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.people.consents.models import Consent
from opentwinning.people.consents.policies import may_keep_consents
from opentwinning.people.consents.vocabulary import (
    CELLS,
    ENDS_SOON,
    LONGEST,
    ConsentState,
    Ending,
    Medium,
    Purpose,
)
from opentwinning.people.pupils.models import Pupil, SchoolClass
from opentwinning.people.pupils.vocabulary import PupilState
from opentwinning.people.support.queries import first_day_of_school_year


@dataclass(frozen=True, slots=True)
class Answer:
    """One box of the register: its state, and until which day a "yes" counts."""

    purpose: Purpose
    medium: Medium
    state: ConsentState = ConsentState.UNKNOWN
    until: dt.date | None = None

    @property
    def ends_soon(self) -> bool:
        """A "yes" that must be asked for again within ``ENDS_SOON``."""
        return (
            self.state == ConsentState.GIVEN
            and self.until is not None
            and self.until - today() <= ENDS_SOON
        )


@dataclass(frozen=True, slots=True)
class Line:
    """One pupil's row of the register."""

    pupil: Pupil
    answers: dict[tuple[Purpose, Medium], Answer]

    @property
    def must_be_asked(self) -> bool:
        """Nobody answered yet, or a "yes" has ended or ends soon."""
        states = {answer.state for answer in self.answers.values()}
        return bool(states & {ConsentState.UNKNOWN, ConsentState.EXPIRED}) or any(
            answer.ends_soon for answer in self.answers.values()
        )

    @property
    def may_withdraw(self) -> bool:
        """At least one "yes" counts."""
        return any(answer.state == ConsentState.GIVEN for answer in self.answers.values())

    @property
    def columns(self) -> list[tuple[Purpose, list[Answer]]]:
        """By purpose: the answers for its media."""
        return [
            (purpose, [self.answers[purpose, medium] for medium in Medium]) for purpose in Purpose
        ]


def access_kept_pupil(actor: Actor, ref: str) -> Pupil:
    """The pupil behind a public id, for whoever keeps her consents."""
    pupil = Pupil.objects.select_related("school_class__organisation").filter(ref=ref).first()
    if pupil is None:
        raise Refused(hidden())
    deny_unless(may_keep_consents(actor, pupil))
    return pupil


def register_of(school_class: SchoolClass) -> list[Line]:
    """Active pupils by nickname, then those who left while a "yes" still counts; two queries."""
    left = Q(state=PupilState.REMOVED, consents__ended_at=None, consents__is_given=True)
    pupils = list(
        Pupil.objects.filter(Q(state=PupilState.ACTIVE) | left, school_class=school_class)
        .distinct()
        .order_by("state", "nickname", "pk")
    )
    return _lines(pupils)


def line_of(pupil: Pupil) -> Line:
    """One pupil's row; one query."""
    return _lines([pupil])[0]


def _lines(pupils: list[Pupil]) -> list[Line]:
    rows = Consent.objects.filter(pupil__in=[pupil.pk for pupil in pupils]).order_by("pk")
    latest: dict[tuple[int, str, str], Consent] = {
        (row.pupil_id, row.purpose, row.medium): row for row in rows
    }
    return [
        Line(
            pupil,
            {
                (purpose, medium): _answer(purpose, medium, latest.get((pupil.pk, purpose, medium)))
                for purpose, medium in CELLS
            },
        )
        for pupil in pupils
    ]


def _answer(purpose: Purpose, medium: Medium, row: Consent | None) -> Answer:
    if row is None:
        return Answer(purpose, medium)
    return Answer(purpose, medium, _state(row), row.valid_until)


def _state(row: Consent) -> ConsentState:
    if row.ending == Ending.WITHDRAWN:
        return ConsentState.WITHDRAWN
    if not row.is_given:
        return ConsentState.REFUSED
    if row.ending == Ending.EXPIRED or row.valid_until < today():
        return ConsentState.EXPIRED
    return ConsentState.GIVEN


def history_of(pupil: Pupil) -> QuerySet[Consent]:
    """Every answer there ever was, the newest first, with its wording."""
    return Consent.objects.filter(pupil=pupil).select_related("wording").order_by("-pk")


def lacking(pupils: Iterable[int], purpose: Purpose, medium: Medium) -> set[int]:
    """Ids of those who may not be shown so: no answer counts as no (H10, 5.10); one query."""
    asked = set(pupils)
    agreed = Consent.objects.filter(
        pupil__in=asked,
        purpose=purpose,
        medium=medium,
        is_given=True,
        ended_at=None,
        valid_until__gte=today(),
    ).exclude(pupil__state=PupilState.ERASED)
    return asked - set(agreed.values_list("pupil_id", flat=True))


def allowed_until() -> dt.date:
    """What a new answer counts until unless the teacher says otherwise: the last day of the school
    year (J-17); from two months before its end on, that of the next."""
    day = today()
    ends = [first_day_of_school_year(day.year + more) - dt.timedelta(days=1) for more in (0, 1, 2)]
    return next(end for end in ends if end - day > dt.timedelta(days=60))


def latest_day() -> dt.date:
    """No answer counts longer than until this day."""
    return today() + LONGEST


def given_and_over() -> QuerySet[Consent]:
    """A "yes" whose last day has gone by."""
    return Consent.objects.filter(is_given=True, ended_at=None, valid_until__lt=today())


def languages_of_forms(written: Collection[str] = ()) -> list[tuple[str, str]]:
    """Languages a form can be printed in: those of the site and those the office wrote in."""
    known = dict(settings.LANGUAGES)
    return [*known.items(), *((code, code) for code in written if code not in known)]
