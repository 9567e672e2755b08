"""Activities of a space in their phases, what was handed in, and the grid of all."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from opentwinning.core.clock import now
from opentwinning.core.prepared import prepared
from opentwinning.people.pupils.models import ClassOwner
from opentwinning.workspace.activities.models import Activity, HandIn, HandInFile, Phase
from opentwinning.workspace.activities.vocabulary import NEWS_FOR, ActivityState, HandInState
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.queries import Presence
from opentwinning.workspace.spaces.vocabulary import ADULTS


def phases_of(space: Space) -> list[Phase]:
    """In their order."""
    return list(Phase.objects.filter(space=space).order_by("position", "pk"))


def schools_of(space: Space) -> list[tuple[str, str]]:
    """Country and name of each school of the space."""
    rows = Member.objects.filter(space=space, left_at=None, capacity__in=ADULTS)
    return sorted(set(rows.values_list("country", "organisation_name")))


@dataclass(frozen=True, slots=True)
class Line:
    """An activity in the list: what oneself handed in, and how many wait for the reader."""

    activity: Activity
    mine: HandIn | None
    waiting: int
    handed_in: int


def activities_in(presence: Presence) -> list[Line]:
    """What the member may see, in the order of phases, then of the days they are due. Two
    queries."""
    member = presence.member
    rows = Activity.objects.filter(space=presence.space, deleted_at=None)
    rows = rows if member.is_adult else rows.exclude(state=ActivityState.DRAFT)
    waits = Q(hand_ins__state=HandInState.HANDED_IN)
    if not member.is_admin:
        waits &= _of_own_class(member, "hand_ins__author__")
    counted = rows.select_related("phase").annotate(
        waiting=Count("hand_ins", filter=waits, distinct=True),
        handed_in=Count("hand_ins", distinct=True),
    )
    found = sorted(counted, key=_place)
    mine = {
        each.activity_id: each for each in HandIn.objects.filter(activity__in=found, author=member)
    }
    return [
        Line(
            each,
            mine.get(each.pk),
            getattr(each, "waiting", 0) if member.is_adult else 0,
            getattr(each, "handed_in", 0),
        )
        for each in found
    ]


def _place(activity: Activity) -> tuple[int, int, float, int]:
    phase = activity.phase
    due = activity.due_at.timestamp() if activity.due_at else float("inf")
    return (phase is None, phase.position if phase else 0, due, activity.pk)


def _of_own_class(member: Member, prefix: str = "author__") -> Q:
    classes = ClassOwner.objects.filter(educator__account_id=member.account_id or 0)
    return Q(**{f"{prefix}pupil__school_class__in": classes.values("school_class")})


@prepared
def _open_in(space: int) -> QuerySet[Activity]:
    rows = Activity.objects.filter(space_id=space, deleted_at=None, state="open")
    return rows.select_related("phase")


@prepared
def _handed_in(space: int) -> QuerySet[HandIn, int]:
    rows = HandIn.objects.filter(
        activity__space_id=space, activity__deleted_at=None, state="handed_in"
    )
    return rows.values_list("pk", flat=True)[:1]


def waiting_for(presence: Presence) -> int:
    """How many hand-ins wait for this teacher. One cheap question where none wait at all."""
    member = presence.member
    if not member.is_adult or not list(_handed_in(presence.space.pk)):
        return 0
    rows = HandIn.objects.filter(
        activity__space=presence.space, activity__deleted_at=None, state=HandInState.HANDED_IN
    )
    return (rows if member.is_admin else rows.filter(_of_own_class(member))).count()


@dataclass(frozen=True, slots=True)
class Task:
    """An open activity on the home of whom it is for, and the state of what she handed in."""

    activity: Activity
    state: str = ""


def to_do_for(presence: Presence) -> list[Task]:
    """What the member's school works on now and she has not handed in or got back, soonest due
    first; then what was approved lately. Two queries, one where nothing is open."""
    member = presence.member
    found = [each for each in _open_in(presence.space.pk) if each.is_for(member)]
    if not found:
        return []
    mine = HandIn.objects.filter(author=member, activity__in=found)
    known = {each.activity_id: each for each in mine}
    tasks = [
        Task(each, known[each.pk].state if each.pk in known else "")
        for each in sorted(found, key=lambda each: _place(each)[2:])
    ]
    since = now() - NEWS_FOR
    left = [each for each in tasks if each.state in {"", HandInState.RETURNED}]
    done = [
        each
        for each in tasks
        if member.is_pupil
        and each.state == HandInState.APPROVED
        and (known[each.activity.pk].decided_at or since) > since
    ]
    return left + done


def due_between(
    presence: Presence, first: dt.datetime, last: dt.datetime
) -> list[tuple[Activity, dt.datetime]]:
    """Activities due from ``first`` to before ``last``: for pupils those of their school, for
    teachers all but drafts. One query."""
    rows = Activity.objects.filter(
        space=presence.space, deleted_at=None, due_at__gte=first, due_at__lt=last
    ).exclude(state=ActivityState.DRAFT)
    member = presence.member
    shown = [each for each in rows if member.is_adult or each.is_for(member)]
    return [(each, each.due_at) for each in shown if each.due_at is not None]


def hand_ins_of(presence: Presence, activity: Activity) -> list[HandIn]:
    """What the member may see of it: teachers all, others what is approved and their own. One
    query."""
    rows = HandIn.objects.filter(activity=activity).select_related("author", "decided_by")
    if not presence.member.is_adult:
        rows = rows.filter(Q(state=HandInState.APPROVED) | Q(author=presence.member))
    return list(rows.order_by("author__country", "author__name", "pk"))


def my_hand_in(presence: Presence, activity: Activity) -> HandIn | None:
    """One's own."""
    return HandIn.objects.filter(activity=activity, author=presence.member).first()


def files_of(hand_ins: Iterable[HandIn]) -> Mapping[int, list[SpaceFile]]:
    """Files of these hand-ins in order, by hand-in: one statement for all."""
    found: defaultdict[int, list[SpaceFile]] = defaultdict(list)
    rows = HandInFile.objects.filter(
        hand_in__in=[each.pk for each in hand_ins], file__deleted_at=None
    )
    for row in rows.select_related("file").order_by("position", "pk"):
        found[row.hand_in_id].append(row.file)
    return found


def contents_of_hand_ins(stored_names: list[str]) -> set[str]:
    """Which of these contents on disk belong to what was handed in."""
    named = HandInFile.objects.filter(file__stored_name__in=stored_names)
    return set(named.values_list("file__stored_name", flat=True))


@dataclass(frozen=True, slots=True)
class GridRow:
    """A pupil, and what she handed in for each activity; None where nothing, or it is not for
    her school (then ``concerns`` says so)."""

    member: Member
    cells: Sequence[tuple[Activity, HandIn | None, bool]]


def grid_of(presence: Presence) -> tuple[list[Activity], list[GridRow]]:
    """Open and closed activities beside all pupils of the space, for teachers: those of the
    reader's school first. Three queries."""
    lines = Activity.objects.filter(space=presence.space, deleted_at=None)
    shown = lines.exclude(state=ActivityState.DRAFT).select_related("phase")
    activities = sorted(shown, key=_place)
    pupils = Member.objects.filter(space=presence.space, left_at=None, pupil__isnull=False)
    known = {
        (each.author_id, each.activity_id): each
        for each in HandIn.objects.filter(activity__in=activities)
    }
    rows = [
        GridRow(
            member,
            [(each, known.get((member.pk, each.pk)), each.is_for(member)) for each in activities],
        )
        for member in sorted(
            pupils.order_by("country", "organisation_name", "name", "pk"),
            key=lambda each: _school(each) != _school(presence.member),
        )
    ]
    return activities, rows


def _school(member: Member) -> tuple[str, str]:
    return member.country, member.organisation_name


def trash_of(presence: Presence) -> QuerySet[Activity]:
    """Deleted activities the member may take back."""
    rows = Activity.objects.filter(space=presence.space, deleted_at__isnull=False)
    if not presence.member.is_adult:
        return rows.none()
    if not presence.member.is_admin:
        rows = rows.filter(deleted_by=presence.member)
    return rows.order_by("-deleted_at")


def activities_to_take(presence: Presence) -> QuerySet[Activity]:
    """For a box: what every member may see, oldest first."""
    rows = Activity.objects.filter(space=presence.space, deleted_at=None)
    shown = rows.exclude(state=ActivityState.DRAFT)
    return shown.select_related("phase", "author").order_by("pk")


def hand_ins_to_take(presence: Presence) -> QuerySet[HandIn]:
    """For a box: what was approved."""
    rows = HandIn.objects.filter(
        activity__in=activities_to_take(presence), state=HandInState.APPROVED
    )
    return rows.select_related("activity", "author").order_by("pk")
