"""How many chose what, and, where the poll says so, who."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from opentwinning.workspace.spaces.models import Member
from opentwinning.workspace.votes.models import Ballot, Choice, Pick, Poll
from opentwinning.workspace.votes.queries.lists import whose
from opentwinning.workspace.votes.vocabulary import SCHOOL_SHOWN_FROM, Answer, Voice

type School = tuple[str, str]  # country and name


@dataclass(frozen=True, slots=True)
class Result:
    """Of one choice. Names are empty where votes are secret."""

    choice: Choice
    yes: int = 0
    maybe: int = 0
    yes_names: Sequence[str] = ()
    maybe_names: Sequence[str] = ()
    by_school: Mapping[School, int] = field(default_factory=dict)
    is_best: bool = False


@dataclass(frozen=True, slots=True)
class Numbers:
    """Of a whole poll. ``schools``: those whose votes are told apart, in their order."""

    ballots: int
    results: Sequence[Result]
    schools: Sequence[School]


def choices_of(poll: Poll) -> list[Choice]:
    """In their order."""
    return list(Choice.objects.filter(poll=poll).order_by("position", "pk"))


def my_ballot(poll: Poll, member: Member) -> Ballot | None:
    """One's own vote, or the one of one's school."""
    rows = Ballot.objects.filter(poll=poll).filter(whose(member))
    return rows.select_related("member").first()


def my_picks(ballot: Ballot | None) -> dict[str, str]:
    """Public ids of choices and answers."""
    rows = Pick.objects.filter(ballot=ballot).select_related("choice") if ballot else []
    return {each.choice.ref: each.answer for each in rows}


def numbers_of(poll: Poll) -> Numbers:
    """Three queries. Schools are told apart where names are shown, or once so many of each voted
    that nobody's vote can be guessed; while one of them is below, none is: the rest would be
    hers."""
    ballots = list(Ballot.objects.filter(poll=poll).select_related("member").order_by("pk"))
    by_pk = {each.pk: each for each in ballots}
    schools = _schools_apart(poll, ballots)
    picked: defaultdict[tuple[int, str], list[Ballot]] = defaultdict(list)
    for choice, answer, ballot in Pick.objects.filter(ballot__poll=poll).values_list(
        "choice_id", "answer", "ballot_id"
    ):
        picked[choice, answer].append(by_pk[ballot])
    choices = choices_of(poll)
    scores = {
        each.pk: (len(picked[each.pk, Answer.YES]), len(picked[each.pk, Answer.MAYBE]))
        for each in choices
    }
    best = max(scores.values(), key=_rank, default=(0, 0))
    results = []
    for each in choices:
        yes, maybe = picked[each.pk, Answer.YES], picked[each.pk, Answer.MAYBE]
        of_schools = Counter(_school(ballot) for ballot in yes)
        results.append(
            Result(
                choice=each,
                yes=len(yes),
                maybe=len(maybe),
                yes_names=_names(poll, yes),
                maybe_names=_names(poll, maybe),
                by_school={school: of_schools[school] for school in schools},
                is_best=any(best) and _rank(scores[each.pk]) == _rank(best),
            )
        )
    return Numbers(len(ballots), results, schools)


def _rank(score: tuple[int, int]) -> tuple[int, int]:
    """Whoever can come at all counts first, then who comes gladly."""
    yes, maybe = score
    return yes + maybe, yes


def _school(ballot: Ballot) -> School:
    return ballot.member.country, ballot.member.organisation_name


def _schools_apart(poll: Poll, ballots: Sequence[Ballot]) -> list[School]:
    if poll.is_time or poll.voice == Voice.SCHOOL:
        return []
    voted = Counter(_school(each) for each in ballots)
    if len(voted) < 2:
        return []
    if poll.shows_names or min(voted.values()) >= SCHOOL_SHOWN_FROM:
        return sorted(voted)
    return []


def _names(poll: Poll, ballots: Sequence[Ballot]) -> list[str]:
    if poll.voice == Voice.SCHOOL:
        return sorted(each.school for each in ballots) if poll.shows_names else []
    return sorted(each.member.shown_name for each in ballots) if poll.shows_names else []
