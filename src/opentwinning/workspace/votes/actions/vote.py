"""Giving a vote, and changing it."""

from collections.abc import Mapping

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Invalid, Refused, deny_unless, hidden
from opentwinning.workspace.spaces.models import Member
from opentwinning.workspace.spaces.queries import member_of
from opentwinning.workspace.votes.actions.ask import locked
from opentwinning.workspace.votes.models import Ballot, Choice, Pick, Poll
from opentwinning.workspace.votes.policies import may_vote
from opentwinning.workspace.votes.vocabulary import Answer, Voice

_NOTHING = pgettext_lazy("poll", "Choose something.")
_ONE = pgettext_lazy("poll", "Choose one only.")
_OTHERS = pgettext_lazy("poll", "The choices changed in the meantime. Look at them again.")


@action
def vote(*, by: Actor, poll: Poll, answers: Mapping[str, str]) -> Ballot:
    """``answers``: public ids of choices, "yes" or "maybe"; what is not named is a no. Given again
    it takes the place of the one before. Where a time is looked for, nothing but noes is an
    answer, too. Votes of one poll come one after the other (L6), so a school has one."""
    poll = locked(poll)
    member = member_of(by, poll.space)
    deny_unless(may_vote(member, poll.space, poll))
    if member is None:
        raise Refused(hidden())
    choices = {each.ref: each for each in Choice.objects.filter(poll=poll)}
    if set(answers) - set(choices) or not set(answers.values()) <= set(Answer):
        raise Invalid(_OTHERS, "choices")
    if not poll.is_time:
        if not answers:
            raise Invalid(_NOTHING, "choices")
        if len(answers) > 1 and not poll.takes_many:
            raise Invalid(_ONE, "choices")
        answers = dict.fromkeys(answers, Answer.YES)
    ballot = _ballot_of(poll, member)
    ballot.member, ballot.given_at = member, now()
    ballot.save()
    Pick.objects.filter(ballot=ballot).delete()
    Pick.objects.bulk_create(
        Pick(ballot=ballot, choice=choices[ref], answer=answer) for ref, answer in answers.items()
    )
    note(poll)  # that somebody voted; what for stays in the ballot
    return ballot


def _ballot_of(poll: Poll, member: Member) -> Ballot:
    """The one that was given, or a new one: of the member, or of her school."""
    rows = Ballot.objects.filter(poll=poll)
    if poll.voice == Voice.SCHOOL:
        country, school = member.country, member.organisation_name
        given = rows.filter(country=country, school=school).first()
        return given or Ballot(poll=poll, country=country, school=school)
    return rows.filter(member=member, school="").first() or Ballot(poll=poll)
