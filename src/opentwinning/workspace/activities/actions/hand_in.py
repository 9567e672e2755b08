"""Handing in, and what a teacher says to it (H13)."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.transitions import move
from opentwinning.core.verdicts import Conflict, Invalid, Refused, deny_unless, hidden
from opentwinning.people.pupils.models import ClassOwner
from opentwinning.workspace.activities.events import HandedIn
from opentwinning.workspace.activities.models import Activity, HandIn, HandInFile
from opentwinning.workspace.activities.policies import may_decide_hand_in, may_hand_in
from opentwinning.workspace.activities.vocabulary import (
    HAND_IN_TRANSITIONS,
    MOST_FILES,
    HandInState,
)
from opentwinning.workspace.files.actions import add_file, drop_held_files, release_files
from opentwinning.workspace.files.vocabulary import PeopleShown, Received
from opentwinning.workspace.spaces.models import Member
from opentwinning.workspace.spaces.queries import member_of

_NOTHING = pgettext_lazy("activity", "Write something or add a file.")
_TOO_MANY = pgettext_lazy("activity", "Six files at most.")
_NOT_NOW = pgettext_lazy("activity", "This changed in the meantime. Reload the page.")
_SAY_WHAT = pgettext_lazy("activity", "Write what is missing. The pupil reads it.")


@dataclass(frozen=True, slots=True)
class NewFile:
    """A received file, what it shows, and whether people can be recognised."""

    received: Received
    alt_text: str = ""
    people_shown: str = PeopleShown.UNSURE


@action
def hand_in(
    *,
    by: Actor,
    activity: Activity,
    text: str,
    version: int = 0,
    files: Sequence[NewFile] = (),
    without: Sequence[str] = (),
) -> HandIn:
    """The first time, or again on a known ``version``; ``without``: public ids of files to take
    off. A pupil's waits for a teacher, and its files with it; a teacher's own does not."""
    # Held to the end: nobody closes it between the question and the answer.
    rows_of_one = Activity.objects.select_for_update(of=("self",)).select_related("space")
    activity = rows_of_one.get(pk=activity.pk)
    member = member_of(by, activity.space)
    if member is None:
        raise Refused(hidden())
    member = Member.objects.select_for_update().get(pk=member.pk)
    rows = HandIn.objects.select_for_update(of=("self",))
    mine = rows.filter(activity=activity, author=member).first()
    deny_unless(may_hand_in(member, activity.space, activity, mine))
    if version != (mine.version if mine else 0):
        raise Conflict(mine)
    waits = member.is_pupil
    to = HandInState.HANDED_IN if waits else HandInState.APPROVED
    if mine is None:
        mine = HandIn.objects.create(
            activity=activity, author=member, text=text, language=by.language, state=to
        )
    else:
        if mine.state != to:
            move(mine, to=to, table=HAND_IN_TRANSITIONS, sentence=_NOT_NOW)
        mine.text, mine.language, mine.handed_at = text, by.language, now()
        mine.version += 1
        mine.save(update_fields=["text", "language", "handed_at", "version", "state"])
    _change_files(by, mine, files, without, is_held=waits)
    if not text and not HandInFile.objects.filter(hand_in=mine).exists():
        raise Invalid(_NOTHING, "text")
    note(mine, version=mine.version, state=mine.state)
    if waits:
        _tell_teachers(activity, member, mine)
    return mine


def _change_files(
    by: Actor, mine: HandIn, files: Sequence[NewFile], without: Sequence[str], *, is_held: bool
) -> None:
    rows = HandInFile.objects.filter(hand_in=mine)
    taken_off = rows.filter(file__ref__in=list(without))
    dropped = list(taken_off.values_list("file_id", flat=True))
    taken_off.delete()
    drop_held_files(by=by, file_ids=dropped)
    taken = list(rows.values_list("file_id", flat=True))
    if len(taken) + len(files) > MOST_FILES:
        raise Invalid(_TOO_MANY)
    space = mine.activity.space
    release_files(by=by, space=space, file_ids=taken, is_held=is_held)
    for position, each in enumerate(files, start=len(taken)):
        file = add_file(
            by=by, space=space, received=each.received, alt_text=each.alt_text,
            people_shown=each.people_shown, is_held=is_held,
        )  # fmt: skip
        HandInFile.objects.create(hand_in=mine, file=file, position=position)


def _tell_teachers(activity: Activity, member: Member, mine: HandIn) -> None:
    """The teachers of the class, unless another pupil's work waits for them already."""
    if member.pupil is None:
        return
    school_class = member.pupil.school_class_id
    waiting = HandIn.objects.filter(
        activity=activity, state=HandInState.HANDED_IN, author__pupil__school_class=school_class
    )
    if waiting.exclude(pk=mine.pk).exists():
        return
    owners = ClassOwner.objects.filter(school_class=school_class)
    tell = tuple(owners.values_list("educator__account_id", flat=True))
    emit(HandedIn(activity.ref, activity.title, tell))


@action
def approve_hand_in(*, by: Actor, hand_in: HandIn, version: int) -> HandIn:
    """Every member of the project sees it now, and its files: the ``version`` that was read."""
    return _decide(by, hand_in, version, HandInState.APPROVED, "")


@action
def return_hand_in(*, by: Actor, hand_in: HandIn, version: int, answer: str) -> HandIn:
    """Back to the pupil, with words; others do not see it (any more)."""
    if not answer:
        raise Invalid(_SAY_WHAT, "answer")
    return _decide(by, hand_in, version, HandInState.RETURNED, answer)


def _decide(by: Actor, hand_in: HandIn, version: int, to: HandInState, answer: str) -> HandIn:
    found = _locked(hand_in.ref)
    if found is None:
        raise Refused(hidden())
    space = found.activity.space
    member = member_of(by, space)
    deny_unless(may_decide_hand_in(member, space, found))
    if found.version != version:  # nobody shows to others what she has not read
        raise Invalid(_NOT_NOW)
    before = move(found, to=to, table=HAND_IN_TRANSITIONS, sentence=_NOT_NOW)
    found.answer, found.decided_by, found.decided_at = answer, member, now()
    found.save(update_fields=["state", "answer", "decided_by", "decided_at"])
    _release(by, found)
    note(found, reason=answer, before=before, after=to)
    return found


@action
def withhold_hand_in(*, by: Actor, ref: str) -> None:
    """After a report only its author and teachers still see it. Whoever decides about the report
    is judged there (H6)."""
    found = _locked(ref)
    if found is None or found.withheld_from:
        return
    found.withheld_from, found.state = found.state, HandInState.HIDDEN
    found.save(update_fields=["state", "withheld_from"])
    _release(by, found)
    note(found)


@action
def give_hand_in_back(*, by: Actor, ref: str) -> None:
    """As it stood (H17)."""
    found = _locked(ref)
    if found is None or not found.withheld_from:
        return
    found.state, found.withheld_from = found.withheld_from, ""
    found.save(update_fields=["state", "withheld_from"])
    _release(by, found)
    note(found)


@action
def forget_hand_in_files(*, by: Actor, file_ids: list[int]) -> None:
    """Let go of files that are about to go for good."""
    gone, _ = HandInFile.objects.filter(file_id__in=file_ids).delete()
    note(files=gone)


def _release(by: Actor, hand_in: HandIn) -> None:
    """Its files are seen by others exactly while it is approved."""
    held = list(HandInFile.objects.filter(hand_in=hand_in).values_list("file_id", flat=True))
    release_files(
        by=by, space=hand_in.activity.space, file_ids=held,
        is_held=hand_in.state != HandInState.APPROVED,
    )  # fmt: skip


def _locked(ref: str) -> HandIn | None:
    rows = HandIn.objects.select_for_update(of=("self",))
    return rows.select_related("activity__space", "author__pupil").filter(ref=ref).first()
