"""Answers are recorded, taken back and come to their end."""

import datetime as dt
from collections.abc import Mapping, Sequence

from django.db.models import Q, QuerySet
from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now, today
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.facilities.notifications.actions import tell
from opentwinning.people.consents.events import ConsentsChanged, ConsentWithdrawn
from opentwinning.people.consents.models import Consent, Wording
from opentwinning.people.consents.policies import may_keep_consents
from opentwinning.people.consents.queries.forms import FormWords, form_words
from opentwinning.people.consents.queries.register import given_and_over, latest_day
from opentwinning.people.consents.vocabulary import CELLS, ENDS_SOON, Ending, Medium, Purpose
from opentwinning.people.pupils.models import Pupil, SchoolClass
from opentwinning.people.pupils.policies import may_lead_class
from opentwinning.people.pupils.queries import owners_of
from opentwinning.people.pupils.vocabulary import PupilState

type Answers = Mapping[tuple[Purpose, Medium], bool]
AT_ONCE = 500  # rows ended by one run of the clock

_NOBODY = pgettext_lazy("consent", "Choose at least one pupil.")
_OTHERS = pgettext_lazy("consent", "Choose pupils of this class.")
_PAST = pgettext_lazy("consent", "Choose a day that is still to come.")
_TOO_LATE = pgettext_lazy("consent", "Ask again after two years at the latest.")


@action
def record_answers(  # noqa: PLR0913 - who, about whom, what, until when, on which paper
    *,
    by: Actor,
    school_class: SchoolClass,
    pupils: Sequence[Pupil],
    answers: Answers,
    valid_until: dt.date,
    language: str,
    kept_where: str = "",
) -> int:
    """What families answered on paper, the same for all these pupils; boxes that ``answers`` leaves
    out keep what they had. Returns how many pupils."""
    deny_unless(may_lead_class(by, school_class))
    _check(school_class, pupils, valid_until)
    at, wording = now(), _wording(form_words(school_class.organisation.country, language))
    # Locked in one order, so that two teachers of a class never wait for each other.
    rows = Pupil.objects.select_for_update().filter(pk__in=[pupil.pk for pupil in pupils])
    ids = list(rows.order_by("pk").values_list("pk", flat=True))
    boxes = Q()
    for purpose, medium in answers:
        boxes |= Q(purpose=purpose, medium=medium)
    before = Consent.objects.filter(boxes, pupil__in=ids, ended_at=None)
    before.update(ended_at=now(), ending=Ending.REPLACED)
    Consent.objects.bulk_create(
        Consent(
            pupil_id=pk,
            purpose=purpose,
            medium=medium,
            is_given=is_given,
            valid_from=today(),
            valid_until=valid_until,
            wording=wording,
            kept_where=kept_where,
            recorded_by_account_id=by.account_id,
            recorded_at=at,
        )
        for pk in ids
        for (purpose, medium), is_given in answers.items()
    )
    note(school_class, pupils=len(pupils), answers=_plain(answers), until=valid_until.isoformat())
    emit(ConsentsChanged(tuple(pupil.pk for pupil in pupils)))
    return len(pupils)


def _check(school_class: SchoolClass, pupils: Sequence[Pupil], valid_until: dt.date) -> None:
    if not pupils:
        raise Invalid(_NOBODY, "pupils")
    if any(pupil.school_class_id != school_class.pk for pupil in pupils):
        raise Invalid(_OTHERS, "pupils")
    if valid_until < today():
        raise Invalid(_PAST, "valid_until")
    if valid_until > latest_day():
        raise Invalid(_TOO_LATE, "valid_until")


def _wording(words: FormWords) -> Wording:
    kept, _ = Wording.objects.get_or_create(
        text_hash=words.digest,
        defaults={"country": words.country, "language": words.language, "text": words.whole},
    )
    return kept


def _plain(answers: Answers) -> dict[str, bool]:
    return {f"{purpose} {medium}": given for (purpose, medium), given in answers.items()}


@action
def withdraw_consents(*, by: Actor, pupil: Pupil, purpose: str = "") -> int:
    """Take back every "yes", or those of one purpose, at once: as easy as giving. Returns how many
    boxes; whatever shows her is judged again in the same transaction (H11)."""
    pupil = (
        Pupil.objects.select_for_update(of=("self",))
        .select_related("school_class")
        .get(pk=pupil.pk)
    )
    deny_unless(may_keep_consents(by, pupil))
    wanted = {p for p, _ in CELLS if not purpose or p == purpose}
    rows = Consent.objects.filter(pupil=pupil, ended_at=None, is_given=True, purpose__in=wanted)
    touched = sorted(set(rows.values_list("purpose", flat=True)))
    ended = _end(rows, Ending.WITHDRAWN)
    note(pupil, purposes=touched, boxes=ended)
    for each in touched:
        emit(ConsentWithdrawn(mark=f"{pupil.ref} {each}", at=now()))
    emit(ConsentsChanged((pupil.pk,)))
    return ended


@action
def end_overdue(*, by: Actor) -> int:
    """Every "yes" whose last day has gone by ends; at most ``AT_ONCE``. Returns how many."""
    due = list(given_and_over().order_by("pk").values_list("pk", "pupil_id")[:AT_ONCE])
    ended = _end(Consent.objects.filter(pk__in=[pk for pk, _ in due]), Ending.EXPIRED)
    note(boxes=ended)
    if due:
        emit(ConsentsChanged(tuple(sorted({pupil for _, pupil in due}))))
    return ended


@action
def ask_again(*, by: Actor) -> int:
    """Tell the owners of each class once that a "yes" ends within ``ENDS_SOON``. Returns how many
    classes."""
    due = Consent.objects.filter(
        valid_until__lte=today() + ENDS_SOON,
        is_given=True,
        ended_at=None,
        reminded_at=None,
        pupil__state=PupilState.ACTIVE,
    )
    rows = list(due.values_list("pk", "pupil__school_class_id")[:AT_ONCE])
    classes = {school_class for _, school_class in rows}
    for each in SchoolClass.objects.filter(pk__in=classes, closed_at=None):
        tell(
            [owner.account_id for owner in owners_of(each)],
            "consents.end_soon",
            url=f"/classes/{each.ref}/consents",
            school_class=each.name,
        )
    Consent.objects.filter(pk__in=[pk for pk, _ in rows]).update(reminded_at=now())
    note(classes=len(classes))
    return len(classes)


def _end(rows: "QuerySet[Consent]", ending: Ending) -> int:
    return rows.update(ended_at=now(), ending=ending)
