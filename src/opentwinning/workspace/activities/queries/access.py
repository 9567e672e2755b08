"""The doors of activities."""

from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.workspace.activities.models import Activity, HandIn, Phase
from opentwinning.workspace.activities.policies import (
    may_decide_hand_in,
    may_read_activity,
    may_read_hand_in,
    may_run_activity,
    may_set_activities,
    may_take_activity_back,
)
from opentwinning.workspace.spaces.queries import Presence, presence_in


def access_activity(actor: Actor, ref: str, *, to: str = "read") -> tuple[Presence, Activity]:
    """The activity and the actor's presence; ``to`` is read or run."""
    activity = _activity(ref)
    presence = presence_in(actor, activity.space)
    deny_unless(may_read_activity(presence.member, activity))
    if to == "run":
        deny_unless(may_run_activity(presence.member, presence.space, activity))
    return presence, activity


def access_trashed_activity(actor: Actor, ref: str) -> tuple[Presence, Activity]:
    """An activity in the trash, for whoever may take it back."""
    activity = _activity(ref)
    presence = presence_in(actor, activity.space)
    deny_unless(may_take_activity_back(presence.member, presence.space, activity))
    return presence, activity


def access_phase(actor: Actor, ref: str) -> tuple[Presence, Phase]:
    """A phase, for teachers who arrange it."""
    phase = Phase.objects.select_related("space").filter(ref=ref).first()
    if phase is None:
        raise Refused(hidden())
    presence = presence_in(actor, phase.space)
    deny_unless(may_set_activities(presence.member, presence.space))
    return presence, phase


def access_hand_in(actor: Actor, ref: str, *, to: str = "read") -> tuple[Presence, HandIn]:
    """What was handed in and the actor's presence; ``to`` is read or decide."""
    found = (
        HandIn.objects.select_related("activity__space", "author__pupil", "decided_by")
        .filter(ref=ref)
        .first()
    )
    if found is None:
        raise Refused(hidden())
    presence = presence_in(actor, found.activity.space)
    deny_unless(may_read_hand_in(presence.member, found))
    if to == "decide":
        deny_unless(may_decide_hand_in(presence.member, presence.space, found))
    return presence, found


def _activity(ref: str) -> Activity:
    rows = Activity.objects.select_related("space", "phase", "author")
    activity = rows.filter(ref=ref).first()
    if activity is None:
        raise Refused(hidden())
    return activity
