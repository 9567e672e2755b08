"""Pupils are added by their teacher, renamed, removed, erased (R-26: they cannot register)."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import pgettext

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.privacy import Subject, erase, exported
from opentwinning.core.text import clean_line, skeleton
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.pupils.events import PupilErased, PupilRemoved, PupilRenamed
from opentwinning.people.pupils.models import Pupil, PupilVisit, SchoolClass
from opentwinning.people.pupils.policies import (
    may_erase_pupil,
    may_lead_class,
    may_lead_pupil,
)
from opentwinning.people.pupils.queries import pupils_of
from opentwinning.people.pupils.queries.nicknames import judged
from opentwinning.people.pupils.vocabulary import MAX_PUPILS, PupilState


@action
def add_pupils(*, by: Actor, school_class: SchoolClass, nicknames: Sequence[str]) -> list[Pupil]:
    """Add a list, whole or not at all (C9). ``Invalid`` names the first line that does not fit."""
    deny_unless(may_lead_class(by, school_class))
    locked = SchoolClass.objects.select_for_update().get(pk=school_class.pk)
    present = list(pupils_of(locked).values_list("skeleton", flat=True))
    if not nicknames:
        raise Invalid(pgettext("pupils", "Write at least one nickname."), "text")
    if len(present) + len(nicknames) > MAX_PUPILS:
        raise Invalid(
            pgettext("pupils", "A class has at most %(max)d pupils. This list makes it %(count)d.")
            % {"max": MAX_PUPILS, "count": len(present) + len(nicknames)},
            "text",
        )
    lines = judged(nicknames, present)
    for line in lines:
        if line.problem:
            raise Invalid(f"{line.nickname}: {line.problem}", "text")
    note(school_class, count=len(lines))
    return [
        Pupil.objects.create(
            school_class=locked, nickname=line.nickname, skeleton=skeleton(line.nickname)
        )
        for line in lines
    ]


@action
def rename_pupil(*, by: Actor, pupil: Pupil, nickname: str) -> Pupil:
    """Another nickname, also beside what she has made."""
    deny_unless(may_lead_pupil(by, pupil))
    others = pupils_of(pupil.school_class).exclude(pk=pupil.pk)
    line = judged([nickname], others.values_list("skeleton", flat=True))[0]
    if line.problem:
        raise Invalid(line.problem, "nickname")
    pupil.nickname = clean_line(nickname)
    pupil.skeleton = skeleton(pupil.nickname)
    pupil.save(update_fields=["nickname", "skeleton"])
    note(pupil)
    emit(PupilRenamed(pupil_id=pupil.pk, nickname=pupil.nickname))
    return pupil


@action
def remove_pupil(*, by: Actor, pupil: Pupil) -> None:
    """She leaves the class: her card is void, her sessions end, her work stays."""
    deny_unless(may_lead_pupil(by, pupil))
    _end_everything(pupil)
    pupil.state = PupilState.REMOVED
    pupil.save(update_fields=["state", "card_hash", "pictures_hash", "session_epoch"])
    note(pupil)
    emit(PupilRemoved(pupil_id=pupil.pk))


@action
def export_pupil(*, by: Actor, pupil: Pupil) -> dict[str, list[dict[str, Any]]]:
    """Everything held about her, by table; the ledger notes who took it along (J6)."""
    deny_unless(may_lead_pupil(by, pupil))
    note(pupil)
    return exported(Subject.PUPIL, pupil.pk)


@action
def erase_pupil(*, by: Actor, pupil: Pupil) -> None:
    """Everything about her goes, everywhere; her work stays without a name (J3, 5.12)."""
    deny_unless(may_erase_pupil(by, pupil))
    _end_everything(pupil)
    pupil.save(update_fields=["card_hash", "pictures_hash", "session_epoch"])
    emit(PupilRemoved(pupil_id=pupil.pk))
    erase(Subject.PUPIL, pupil.pk)
    note(pupil)
    emit(PupilErased(pupil_id=pupil.pk, ref=pupil.ref, at=now()))


def _end_everything(pupil: Pupil) -> None:
    pupil.card_hash = pupil.pictures_hash = ""
    pupil.session_epoch += 1
    PupilVisit.objects.filter(pupil=pupil, signed_out_at=None).update(signed_out_at=now())
