"""Polls of a space, each list filtered like the policy (B4). What is withheld stands in none."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from opentwinning.core.clock import now
from opentwinning.core.prepared import prepared
from opentwinning.workspace.spaces.models import Member
from opentwinning.workspace.spaces.queries import Presence, places_readable_by
from opentwinning.workspace.votes.models import Ballot, Poll
from opentwinning.workspace.votes.policies import may_vote


@dataclass(frozen=True, slots=True)
class Line:
    """A poll in the list."""

    poll: Poll
    ballots: int
    has_voted: bool
    is_asked: bool  # the reader may vote and has not


def polls_in(presence: Presence) -> list[Line]:
    """Open ones first, then newest first. Two queries."""
    places = places_readable_by(presence.member)
    rows = Poll.objects.filter(
        space=presence.space, place__in=places, deleted_at=None, withheld_at=None
    ).annotate(given=Count("ballots"))
    polls = sorted(rows, key=lambda each: (each.is_closed, -each.pk))
    voted = _voted(presence.member, [each.pk for each in polls])
    return [_line(presence, each, each.pk in voted, getattr(each, "given", 0)) for each in polls]


def _line(presence: Presence, poll: Poll, has_voted: bool, ballots: int) -> Line:  # noqa: FBT001
    may = bool(may_vote(presence.member, presence.space, poll))
    return Line(poll, ballots, has_voted, may and not has_voted)


def _voted(member: Member, polls: list[int]) -> set[int]:
    rows = Ballot.objects.filter(poll__in=polls).filter(whose(member))
    return set(rows.values_list("poll_id", flat=True))


def whose(member: Member) -> Q:
    """The ballots that are a member's: her own, and her school's."""
    return Q(member=member, school="") | (
        Q(country=member.country, school=member.organisation_name) & ~Q(school="")
    )


@prepared
def _open(space: int, places: list[str], at: dt.datetime) -> QuerySet[Poll]:
    rows = Poll.objects.filter(
        space_id=space, place__in=places, deleted_at=None, withheld_at=None, closed_at=None
    )
    return rows.filter(Q(closes_at=None) | Q(closes_at__gt=at)).order_by("pk")[:50]


def asked_of(presence: Presence) -> list[Poll]:
    """Open polls that wait for the vote of this member, oldest first. Two queries, one where none
    is open."""
    places = [str(place) for place in places_readable_by(presence.member)]
    found = [
        each
        for each in _open(presence.space.pk, places, now())
        if may_vote(presence.member, presence.space, each)
    ]
    if not found:
        return []
    voted = _voted(presence.member, [each.pk for each in found])
    return [each for each in found if each.pk not in voted]


def closing_between(
    presence: Presence, first: dt.datetime, last: dt.datetime
) -> list[tuple[Poll, dt.datetime]]:
    """Open polls that close from ``first`` to before ``last``. One query."""
    rows = Poll.objects.filter(
        space=presence.space, place__in=places_readable_by(presence.member), deleted_at=None,
        withheld_at=None, closed_at=None, closes_at__gte=first, closes_at__lt=last,
    )  # fmt: skip
    return [(each, each.closes_at) for each in rows if each.closes_at is not None]


def trash_of(presence: Presence) -> QuerySet[Poll]:
    """Deleted polls the member may take back."""
    places = places_readable_by(presence.member)
    rows = Poll.objects.filter(
        space=presence.space, place__in=places, deleted_at__isnull=False
    ).order_by("-deleted_at")
    return rows if presence.member.is_admin else rows.filter(deleted_by=presence.member)


def polls_to_take(presence: Presence) -> QuerySet[Poll]:
    """For a box: what stands in the list, oldest first."""
    places = places_readable_by(presence.member)
    rows = Poll.objects.filter(
        space=presence.space, place__in=places, deleted_at=None, withheld_at=None
    )
    return rows.select_related("author").order_by("pk")
