"""Setting activities, and the phases they stand in."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Max
from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.transitions import move
from opentwinning.core.verdicts import Conflict, Invalid, Refused, deny_unless, hidden
from opentwinning.workspace.activities.events import ActivityOpened
from opentwinning.workspace.activities.models import Activity, HandInFile, Phase
from opentwinning.workspace.activities.policies import (
    may_run_activity,
    may_set_activities,
    may_take_activity_back,
)
from opentwinning.workspace.activities.vocabulary import (
    ACTIVITY_TRANSITIONS,
    MOST_PHASES,
    TRASH_DAYS,
    ActivityState,
)
from opentwinning.workspace.files.actions import drop_held_files
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.queries import member_of
from opentwinning.workspace.spaces.vocabulary import ADULTS

_NO_TITLE = pgettext_lazy("activity", "Write a title.")
_NOT_NOW = pgettext_lazy("activity", "This activity changed in the meantime. Reload the page.")
_TOO_MANY = pgettext_lazy("activity", "These are too many phases.")
_NO_SCHOOL = pgettext_lazy("activity", "This school is not in the project any more.")


@dataclass(frozen=True, slots=True)
class Plan:
    """What an activity is. ``school``: country and name, or None for all; ``due_at`` with the zone
    of who sets it."""

    title: str
    text: str = ""
    phase: str = ""  # public id, "" for none
    school: tuple[str, str] | None = None
    due_at: dt.datetime | None = None
    due_zone: str = ""


@action
def set_activity(*, by: Actor, space: Space, plan: Plan, form_token: str = "") -> Activity:
    """A draft that teachers see (T-06). The same form sent twice makes one (G6)."""
    member = member_of(by, space)
    deny_unless(may_set_activities(member, space))
    if member is None:
        raise Refused(hidden())
    member = Member.objects.select_for_update().get(pk=member.pk)
    sent = Activity.objects.filter(author=member, form_token=form_token).first()
    if form_token and sent is not None:
        return sent
    made = Activity(space=space, author=member, form_token=form_token, language=by.language)
    _write(made, plan)
    made.save()
    note(made, title=made.title)
    return made


@action
def change_activity(*, by: Actor, activity: Activity, plan: Plan, version: int) -> Activity:
    """Another text, time or school. ``Conflict`` when it was changed since ``version``."""
    activity = _locked(activity)
    deny_unless(may_run_activity(member_of(by, activity.space), activity.space, activity))
    if activity.version != version:
        raise Conflict(activity)
    _write(activity, plan)
    activity.version += 1
    activity.edited_at = now()
    activity.save()
    note(activity, version=activity.version)
    return activity


def _write(activity: Activity, plan: Plan) -> None:
    if not plan.title:
        raise Invalid(_NO_TITLE, "title")
    phases = Phase.objects.filter(space=activity.space_id, ref=plan.phase)
    activity.title, activity.text = plan.title, plan.text
    activity.phase = phases.first() if plan.phase else None
    activity.country, activity.school = plan.school or ("", "")
    if plan.school and not Member.objects.filter(
        space=activity.space_id, left_at=None, country=plan.school[0],
        organisation_name=plan.school[1],
    ).exists():  # fmt: skip
        raise Invalid(_NO_SCHOOL, "school")
    activity.due_at = plan.due_at
    activity.due_zone = plan.due_zone if plan.due_at else ""


@action
def open_activity(*, by: Actor, activity: Activity) -> Activity:
    """Everybody sees it and works on it; the other teachers are told the first time."""
    activity = _locked(activity)
    member = member_of(by, activity.space)
    deny_unless(may_run_activity(member, activity.space, activity))
    left = move(activity, to=ActivityState.OPEN, table=ACTIVITY_TRANSITIONS, sentence=_NOT_NOW)
    activity.save(update_fields=["state"])
    note(activity, before=left)
    if left == ActivityState.DRAFT and member is not None:
        others = Member.objects.filter(
            space=activity.space, left_at=None, capacity__in=ADULTS, account__isnull=False
        ).exclude(pk=member.pk)
        tell = tuple(others.values_list("account_id", flat=True))
        emit(ActivityOpened(activity.ref, activity.title, member.shown_name, tell))
    return activity


@action
def close_activity(*, by: Actor, activity: Activity) -> Activity:
    """Nothing is handed in any more."""
    activity = _locked(activity)
    deny_unless(may_run_activity(member_of(by, activity.space), activity.space, activity))
    move(activity, to=ActivityState.CLOSED, table=ACTIVITY_TRANSITIONS, sentence=_NOT_NOW)
    activity.save(update_fields=["state"])
    note(activity)
    return activity


@action
def delete_activity(*, by: Actor, activity: Activity) -> None:
    """Into the trash, with what was handed in."""
    activity = _locked(activity)
    member = member_of(by, activity.space)
    deny_unless(may_run_activity(member, activity.space, activity))
    activity.deleted_at, activity.deleted_by = now(), member
    activity.save(update_fields=["deleted_at", "deleted_by"])
    note(activity, title=activity.title)


@action
def undelete_activity(*, by: Actor, activity: Activity) -> None:
    """Out of the trash."""
    activity = _locked(activity)
    deny_unless(may_take_activity_back(member_of(by, activity.space), activity.space, activity))
    activity.deleted_at = activity.deleted_by = None
    activity.save(update_fields=["deleted_at", "deleted_by"])
    note(activity, title=activity.title)


@action
def add_phase(*, by: Actor, space: Space, title: str) -> Phase:
    """One more step of the project, at the end."""
    deny_unless(may_set_activities(member_of(by, space), space))
    Space.objects.select_for_update().get(pk=space.pk)
    if not title:
        raise Invalid(_NO_TITLE, "title")
    rows = Phase.objects.filter(space=space)
    if rows.count() >= MOST_PHASES:
        raise Invalid(_TOO_MANY, "title")
    last = rows.aggregate(last=Max("position"))["last"]
    phase = Phase.objects.create(space=space, title=title, position=(last or 0) + 1)
    note(phase, title=title)
    return phase


@action
def move_phase(*, by: Actor, phase: Phase, is_up: bool) -> None:
    """One place earlier or later."""
    deny_unless(may_set_activities(member_of(by, phase.space), phase.space))
    Space.objects.select_for_update().get(pk=phase.space_id)
    order = list(Phase.objects.filter(space=phase.space).order_by("position", "pk"))
    here = next(place for place, each in enumerate(order) if each.pk == phase.pk)
    there = here + (-1 if is_up else 1)
    if not 0 <= there < len(order):
        return
    order[here], order[there] = order[there], order[here]
    for position, each in enumerate(order, start=1):
        Phase.objects.filter(pk=each.pk).update(position=position)
    note(phase, position=there + 1)


@action
def remove_phase(*, by: Actor, phase: Phase) -> None:
    """Its activities stay, in no phase."""
    deny_unless(may_set_activities(member_of(by, phase.space), phase.space))
    note(phase, title=phase.title)
    Phase.objects.filter(pk=phase.pk).delete()


@action
def purge_activities(*, by: Actor) -> int:
    """Forget what lay in the trash long enough; returns how many."""
    limit = now() - dt.timedelta(days=TRASH_DAYS)
    rows = Activity.objects.filter(deleted_at__lt=limit)
    note(activities=list(rows.values_list("ref", flat=True)))
    files = HandInFile.objects.filter(hand_in__activity__in=rows)
    waiting = list(files.values_list("file_id", flat=True))
    gone = rows.delete()[0]
    drop_held_files(by=by, file_ids=waiting)
    return gone


@action
def empty_activities(*, by: Actor, space_id: int) -> None:
    """The space is emptied: nothing stays, not even in the trash."""
    note(space=space_id)
    Activity.objects.filter(space=space_id).delete()
    Phase.objects.filter(space=space_id).delete()


def _locked(activity: Activity) -> Activity:
    rows = Activity.objects.select_for_update(of=("self",)).select_related("space")
    return rows.get(pk=activity.pk)
