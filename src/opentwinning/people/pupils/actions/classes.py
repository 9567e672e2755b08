"""A class begins, changes, gets another owner, ends."""

from django.db.models import F
from django.utils.translation import pgettext

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.accounts.vocabulary import AccountState
from opentwinning.people.educators.models import Educator
from opentwinning.people.organisations.models import Organisation
from opentwinning.people.organisations.queries import organisation_of
from opentwinning.people.pupils.actions.pupils import erase_pupil
from opentwinning.people.pupils.events import ClassHandedOn, ClassOwnerGone
from opentwinning.people.pupils.models import ClassOwner, Pupil, SchoolClass
from opentwinning.people.pupils.policies import (
    may_create_class,
    may_hand_classes_on,
    may_lead_class,
)
from opentwinning.people.pupils.queries import (
    is_answering,
    owners_of,
    possible_owners_of,
)
from opentwinning.people.pupils.vocabulary import PupilState


@action
def create_class(
    *,
    by: Actor,
    educator: Educator,
    name: str,
    age_band: str,
    language: str,
    organisation: Organisation | None = None,
) -> SchoolClass:
    """A class of the educator's own school; she owns it (J-18, matrix row 12)."""
    deny_unless(may_create_class(by))
    school = organisation or organisation_of(educator)
    if school is None:
        raise Invalid(pgettext("classes", "Choose your school first. A class belongs to a school."))
    school_class = SchoolClass.objects.create(
        organisation=school, name=name, age_band=age_band, language=language
    )
    ClassOwner.objects.create(school_class=school_class, educator=educator)
    return school_class


@action
def change_class(
    *,
    by: Actor,
    school_class: SchoolClass,
    name: str,
    age_band: str,
    language: str,
    cards_only_in_lessons: bool,
) -> SchoolClass:
    """Name, ages, language, and whether cards open outside lessons."""
    deny_unless(may_lead_class(by, school_class))
    school_class.name = name
    school_class.age_band = age_band
    school_class.language = language
    school_class.cards_only_in_lessons = cards_only_in_lessons
    school_class.save(update_fields=["name", "age_band", "language", "cards_only_in_lessons"])
    return school_class


@action
def add_class_owner(*, by: Actor, school_class: SchoolClass, educator: Educator) -> ClassOwner:
    """Another validated educator of the same school answers for the class, too."""
    deny_unless(may_lead_class(by, school_class))
    if not possible_owners_of(school_class).filter(pk=educator.pk).exists():
        raise Invalid(
            pgettext("classes", "Only validated teachers of your school can answer for a class."),
            "educator",
        )
    note(school_class, educator=educator.pk)
    return ClassOwner.objects.create(school_class=school_class, educator=educator)


@action
def remove_class_owner(*, by: Actor, school_class: SchoolClass, educator: Educator) -> None:
    """An owner goes; the last one stays, since somebody must answer for the pupils."""
    deny_unless(may_lead_class(by, school_class))
    if owners_of(school_class).count() < 2:
        raise Invalid(
            pgettext("classes", "A class needs a teacher. Add another teacher first."), "educator"
        )
    note(school_class, educator=educator.pk)
    ClassOwner.objects.filter(school_class=school_class, educator=educator).delete()


@action
def close_class(*, by: Actor, school_class: SchoolClass) -> None:
    """The class ends: its pupils are erased, their work stays without names (5.11)."""
    deny_unless(may_lead_class(by, school_class))
    _end(by, school_class)


@action
def hand_classes_on(*, by: Actor, account_id: int) -> None:
    """A teacher is erased. Each of her classes stays with its other teachers; without any, a
    validated colleague of the school answers for it from now on; without one, the class ends and
    its pupils with it: no pupil is left without an adult who answers for her (J3, R-26)."""
    deny_unless(may_hand_classes_on(by))
    hers = SchoolClass.objects.filter(owners__educator__account_id=account_id, closed_at=None)
    fates = {
        school_class.pk: _hand_on(by, school_class, account_id)
        for school_class in list(hers.select_related("organisation").order_by("pk"))
    }
    note(account=account_id, fates=fates)


@action
def rest_classes_of(*, by: Actor, account_id: int) -> None:
    """She is suspended: pupils whom no other teacher answers for are signed out, and come in again
    when somebody does."""
    deny_unless(may_hand_classes_on(by))
    answered = ClassOwner.objects.filter(educator__account__state=AccountState.ACTIVE)
    alone = SchoolClass.objects.filter(
        owners__educator__account_id=account_id, closed_at=None
    ).exclude(pk__in=answered.values("school_class"))
    ids = list(alone.values_list("pk", flat=True))
    SchoolClass.objects.filter(pk__in=ids).update(session_epoch=F("session_epoch") + 1)
    note(account=account_id, classes=ids)


@action
def leave_classes_at(*, by: Actor, account_id: int, organisation_id: int) -> None:
    """She no longer works at the school: its classes stay with their other teachers. A class that
    only she answers for holds her back until she has added a colleague or closed it."""
    deny_unless(may_hand_classes_on(by))
    hers = SchoolClass.objects.filter(
        organisation=organisation_id, owners__educator__account_id=account_id, closed_at=None
    )
    for school_class in hers.order_by("name", "pk"):
        others = owners_of(school_class).exclude(account_id=account_id)
        if not any(is_answering(each) for each in others):
            raise Invalid(
                pgettext(
                    "classes",
                    "Nobody else answers for the class %(class)s. Add a colleague or close it.",
                )
                % {"class": school_class.name}
            )
        emit(ClassOwnerGone(school_class.pk, list(others.values_list("account_id", flat=True))))
    gone = ClassOwner.objects.filter(school_class__in=hers, educator__account_id=account_id)
    note(account=account_id, organisation=organisation_id, classes=gone.delete()[0])


def _hand_on(by: Actor, school_class: SchoolClass, account_id: int) -> str:
    others = owners_of(school_class).exclude(account_id=account_id)
    if any(is_answering(each) for each in others):
        accounts = list(others.values_list("account_id", flat=True))
        emit(ClassOwnerGone(school_class.pk, accounts))
        return "kept"
    successor = possible_owners_of(school_class).order_by("-last_active_at", "pk").first()
    if successor is not None:
        ClassOwner.objects.create(school_class=school_class, educator=successor)
        emit(ClassHandedOn(school_class.pk, successor.account_id))
        return "handed_on"
    if others.exists():  # they cannot sign pupils in before they are validated again
        emit(ClassOwnerGone(school_class.pk, list(others.values_list("account_id", flat=True))))
        return "kept"
    _end(by, school_class)
    return "closed"


def _end(by: Actor, school_class: SchoolClass) -> None:
    known = Pupil.objects.filter(school_class=school_class).exclude(state=PupilState.ERASED)
    for pupil in known.select_related("school_class").order_by("pk"):
        erase_pupil(by=by, pupil=pupil)
    school_class.closed_at = now()
    school_class.session_epoch += 1
    school_class.save(update_fields=["closed_at", "session_epoch"])
