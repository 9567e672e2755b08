"""A pupil as an actor."""

from collections.abc import Mapping
from typing import Any

from opentwinning.core.actor import Actor, Role
from opentwinning.people.pupils.models import Pupil, PupilVisit
from opentwinning.people.pupils.queries.classes import running_visits
from opentwinning.people.pupils.vocabulary import PupilState
from opentwinning.people.support.queries import support_organisation_of


def actor_of_pupil(pupil: Pupil, zone: str = "") -> Actor:
    """A nickname, the language of the class, and no other role ever (4.1)."""
    return Actor(
        pupil_id=pupil.pk,
        roles=frozenset({Role.PUPIL}),
        name=pupil.nickname,
        language=pupil.school_class.language,
        time_zone=zone,
    )


def pupil_of(actor: Actor) -> Pupil:
    """The actor's own record; the actor is a pupil."""
    return Pupil.objects.select_related("school_class__organisation").get(pk=actor.pupil)


def visit_behind(session: Mapping[str, Any]) -> PupilVisit | None:
    """The running visit of a session, unless it ended: by time, by the pupil, by her teacher for
    her or for everybody, by a new or voided card, by removal (A8)."""
    visit_id, epochs = session.get("visit"), session.get("epochs")
    if not session.get("pupil") or not visit_id:
        return None
    visit = (
        running_visits()
        .select_related("pupil__school_class")
        .filter(pk=visit_id, pupil_id=session["pupil"], pupil__state=PupilState.ACTIVE)
        .first()
    )
    if visit is None or visit.pupil.school_class.closed_at is not None:
        return None
    return visit if epochs == epochs_of(visit.pupil) else None


def zone_of(pupil: Pupil) -> str:
    """The time zone of her school's country; "" when no office serves it."""
    office = support_organisation_of(pupil.school_class.organisation.country)
    return office.time_zone if office else ""


def epochs_of(pupil: Pupil) -> list[int]:
    """The pair a session must carry to be of today."""
    return [pupil.session_epoch, pupil.school_class.session_epoch]
