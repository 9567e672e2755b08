"""When classes of a TwinSpace's schools have lessons at the same time (idea 5, pain 30)."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from opentwinning.community.networking.queries.lessons import Gathering, gatherings_of
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.queries import educator_of
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.vocabulary import ADULTS

DAY = dt.timedelta(days=1)
NEARLY = 0.7


@dataclass(frozen=True, slots=True)
class Class:
    """A teacher who has a lesson then, and the zone of her school."""

    member: Member
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class Moment:
    """Lessons of several schools at once."""

    begins: dt.datetime
    ends: dt.datetime
    classes: Sequence[Class]
    schools: int


@dataclass(frozen=True, slots=True)
class Week:
    """The moments of a week, and the teachers of whose lessons the reader knows nothing."""

    moments: Sequence[Moment]
    schools: int
    silent: Sequence[Member]
    is_mine_known: bool


def lessons_of_week(actor: Actor, space: Space, monday: dt.date) -> Week:
    """What the schools of a space have in common in one week. The caller has judged the right of
    the reader, one of its teachers. Nine queries, whatever the number of teachers."""
    rows = Member.objects.filter(space=space, left_at=None, capacity__in=ADULTS)
    members = {each.account_id: each for each in rows.order_by("country", "name")}
    educators = Educator.objects.filter(account__in=list(members))
    by_educator = {each.pk: members[each.account_id] for each in educators}
    me = educator_of(actor)
    if me is None:
        return Week([], 0, [], is_mine_known=False)
    found = gatherings_of(me, list(educators), monday, monday + 6 * DAY)
    moments = [_moment(each, by_educator) for each in found.rows if each.begins > now()]
    silent = [each for pk, each in by_educator.items() if pk not in found.known]
    return Week(
        moments=[each for each in moments if each.schools > 1 and _is_worth_it(each, moments)],
        schools=len({_school(each) for each in by_educator.values()}),
        silent=silent,
        is_mine_known=me.pk in found.known,
    )


def _moment(each: Gathering, members: Mapping[int, Member]) -> Moment:
    classes = [Class(members[pk], zone) for pk, zone in each.zones.items()]
    schools = {_school(one.member) for one in classes}
    return Moment(each.begins, each.ends, classes, len(schools))


def _is_worth_it(one: Moment, moments: Sequence[Moment]) -> bool:
    """False where others are there too for nearly as long: the larger circle says it all."""
    who = {each.member.pk for each in one.classes}
    return not any(
        who < {each.member.pk for each in other.classes}
        and NEARLY * (one.ends - one.begins) <= other.ends - other.begins
        and one.begins <= other.begins
        and other.ends <= one.ends
        for other in moments
    )


def _school(member: Member) -> tuple[str, str]:
    return member.country, member.organisation_name
