"""One's own conversations."""

from dataclasses import dataclass

from django.db.models import Count, F, QuerySet

from opentwinning.community.networking.models import Conversation, Message, Participant
from opentwinning.community.networking.policies import may_read_conversation, may_write_in
from opentwinning.community.networking.vocabulary import PAGE
from opentwinning.core.actor import Actor
from opentwinning.core.prepared import prepared
from opentwinning.core.recall import once_per_page
from opentwinning.core.verdicts import Refused, Verdict, deny_unless, hidden
from opentwinning.people.accounts.models import Account
from opentwinning.people.educators.models import Educator


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a conversation: an educator, or an officer without a profile."""

    account: Account
    educator: Educator | None
    has_left: bool

    @property
    def name(self) -> str:
        return self.account.name

    @property
    def key(self) -> str:
        """For the drawing: an educator looks the same everywhere."""
        return self.account.ref.replace("acc_", "edu_")

    @property
    def country(self) -> str:
        return self.educator.country if self.educator else ""


@dataclass(frozen=True, slots=True)
class Line:
    """A conversation in the list."""

    conversation: Conversation
    people: list[Person]  # the others
    unread: int


@dataclass(frozen=True, slots=True)
class Said:
    """A message as one reader meets it."""

    message: Message
    author: Person
    is_own: bool
    is_new: bool


@dataclass(frozen=True, slots=True)
class Thread:
    """An open conversation: its people, and a stretch of its messages."""

    conversation: Conversation
    people: list[Person]
    messages: list[Said]
    earlier: int | None  # number before which older messages stand
    unread: int
    may_write: Verdict


def access_conversation(actor: Actor, ref: str) -> Conversation:
    """A conversation for one of its people."""
    conversation = Conversation.objects.filter(ref=ref).first()
    if conversation is None:
        raise Refused(hidden())
    deny_unless(may_read_conversation(actor, conversation))
    return conversation


def conversations_of(actor: Actor, *, limit: int = 100) -> list[Line]:
    """The last conversations, newest first: three queries."""
    mine = Participant.objects.filter(account=actor.account, left_at=None)
    rows = mine.select_related("conversation").order_by("-conversation__last_at", "-pk")[:limit]
    found = list(rows)
    people = _people([row.conversation_id for row in found])
    return [
        Line(
            conversation=row.conversation,
            people=[p for p in people[row.conversation_id] if p.account.pk != actor.account],
            unread=row.conversation.message_count - row.read_count,
        )
        for row in found
    ]


def thread_of(actor: Actor, conversation: Conversation, *, before: int | None = None) -> Thread:
    """The newest messages, or those before a number."""
    people = _people([conversation.pk])[conversation.pk]
    by_account = {person.account.pk: person for person in people}
    seen = Participant.objects.get(conversation=conversation, account=actor.account).read_count
    rows = Message.objects.filter(conversation=conversation)
    if before is not None:
        rows = rows.filter(number__lt=before)
    found = list(rows.order_by("-number")[:PAGE])[::-1]
    return Thread(
        conversation=conversation,
        people=people,
        messages=[
            Said(m, by_account[m.author_id], m.author_id == actor.account, m.number > seen)
            for m in found
        ],
        earlier=found[0].number if found and found[0].number > 1 else None,
        unread=conversation.message_count - seen,
        may_write=may_write_in(actor, conversation),
    )


@prepared
def _unread(account: int) -> QuerySet[Participant, int]:
    mine = Participant.objects.filter(
        account_id=account, left_at=None, read_count__lt=F("conversation__message_count")
    )
    return mine.values("account_id").values_list(Count("pk"), flat=True)


@once_per_page
def unread_conversations(actor: Actor) -> int:
    """How many conversations hold something new: one query, for every page."""
    return sum(_unread(actor.account))


def _people(conversation_ids: list[int]) -> dict[int, list[Person]]:
    rows = Participant.objects.filter(conversation__in=conversation_ids).select_related("account")
    found = list(rows.order_by("pk"))
    accounts = {row.account_id for row in found}
    educators = {e.account_id: e for e in Educator.objects.filter(account__in=accounts)}
    people: dict[int, list[Person]] = {pk: [] for pk in conversation_ids}
    for row in found:
        person = Person(row.account, educators.get(row.account_id), row.left_at is not None)
        people[row.conversation_id].append(person)
    return people
