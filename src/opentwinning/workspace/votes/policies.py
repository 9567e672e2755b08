"""Who asks, votes and closes (matrix row 40; pages 85 and 87)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.verdicts import Verdict, granted, hidden, refused
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.policies import (
    may_read_thing,
    may_take_back,
    may_write_place,
    while_open,
)
from opentwinning.workspace.spaces.vocabulary import SpacePlace
from opentwinning.workspace.votes.models import Poll
from opentwinning.workspace.votes.vocabulary import SECRET_FROM, Reveal, Voice

_TEACHERS = pgettext_lazy("poll", "Only teachers ask for votes.")
_FOR_SCHOOL = pgettext_lazy("poll", "A teacher of your school votes for all of you.")
_AUTHOR = pgettext_lazy("poll", "Only who made the poll and project admins may do this.")
_CLOSED = pgettext_lazy("poll", "This poll is closed.")
_WITHHELD = pgettext_lazy("safeguarding", "This is hidden after a report.")
_VOTE_FIRST = pgettext_lazy("poll", "Vote first; then you see the numbers.")
_FEW = pgettext_lazy("poll", "The numbers are shown once three have voted.")
_WHEN_CLOSED = pgettext_lazy("poll", "The numbers are shown when the poll is closed.")


def may_read_poll(member: Member | None, poll: Poll) -> Verdict:
    """Whoever reads its place; one hidden after a report only teachers."""
    verdict = may_read_thing(member, poll)
    if not verdict or member is None:
        return verdict
    return hidden() if poll.withheld_at is not None and not member.is_adult else granted()


def may_make_poll(
    member: Member | None, space: Space, place: SpacePlace | str = SpacePlace.WHOLE
) -> Verdict:
    """Teachers of an open space."""
    verdict = may_write_place(member, space, place)
    if not verdict or member is None:
        return verdict
    return granted() if member.is_adult else refused(_TEACHERS)


def may_run_poll(member: Member | None, space: Space, poll: Poll) -> Verdict:
    """Change, close, open again, delete, plan: who made it, and project admins; not while it is
    hidden after a report."""
    verdict = may_read_poll(member, poll) and while_open(space)
    if not verdict or member is None:
        return verdict
    if poll.withheld_at is not None:
        return refused(_WITHHELD)
    if member.is_admin or (member.is_adult and poll.author_id == member.pk):
        return granted()
    return refused(_AUTHOR if member.is_adult else _TEACHERS)


def may_take_poll_back(member: Member | None, space: Space, poll: Poll) -> Verdict:
    """Out of the trash."""
    return may_take_back(member, space, poll)


def may_vote(member: Member | None, space: Space, poll: Poll) -> Verdict:
    """Members who see it, while it is open; where schools vote, their teachers."""
    verdict = may_read_poll(member, poll) and while_open(space)
    if not verdict or member is None:
        return verdict
    if poll.withheld_at is not None:
        return refused(_WITHHELD)
    if poll.is_closed:
        return refused(_CLOSED)
    if poll.voice == Voice.SCHOOL and not member.is_adult:
        return refused(_FOR_SCHOOL)
    return granted()


def may_see_numbers(member: Member | None, poll: Poll, *, has_voted: bool, ballots: int) -> Verdict:
    """When the poll says so; nobody earlier, not even who asks, so that no vote follows the others
    and no secret one is seen while it is given. ``ballots``: how many voted."""
    verdict = may_read_poll(member, poll)
    if not verdict or poll.is_closed:
        return verdict
    if poll.reveal == Reveal.CLOSED:
        return refused(_WHEN_CLOSED)
    if not has_voted:
        return refused(_VOTE_FIRST)
    return granted() if poll.shows_names or ballots >= SECRET_FROM else refused(_FEW)
