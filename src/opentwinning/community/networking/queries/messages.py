"""One's own conversations."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet

from opentwinning.community.networking.models import (
    Attachment,
    Block,
    Conversation,
    Message,
    Participant,
)
from opentwinning.community.networking.policies import (
    may_open_attachment,
    may_read_conversation,
    may_remove_attachment,
    may_write_in,
)
from opentwinning.community.networking.queries.contacts import is_newcomer
from opentwinning.community.networking.vocabulary import (
    CONVERSATIONS,
    NEWCOMER_CONVERSATIONS,
    PAGE,
)
from opentwinning.core.actor import Actor, Role
from opentwinning.core.prepared import prepared
from opentwinning.core.recall import once_per_page
from opentwinning.core.verdicts import Refused, Verdict, deny_unless, hidden
from opentwinning.people.accounts.models import Account
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.queries import educator_of

type Cursor = tuple[dt.datetime, int]


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
    is_blocked: bool  # by the reader: shown when she opens it
    attachments: list[Attachment]

    @property
    def is_kept_from_reader(self) -> bool:
        """Withheld by a decision: only its author still reads it (H17)."""
        return self.message.withheld_at is not None and not self.is_own


@dataclass(frozen=True, slots=True)
class Thread:
    """An open conversation: its people, and a stretch of its messages."""

    conversation: Conversation
    people: list[Person]
    messages: list[Said]
    earlier: int | None  # number before which older messages stand
    unread: int
    may_write: Verdict
    is_archived: bool
    may_be_blocked: list[Educator]


def access_conversation(actor: Actor, ref: str) -> Conversation:
    """A conversation for one of its people."""
    conversation = Conversation.objects.filter(ref=ref).first()
    if conversation is None:
        raise Refused(hidden())
    deny_unless(may_read_conversation(actor, conversation))
    return conversation


def message_to_report(actor: Actor, ref: str) -> tuple[Message, str]:
    """A message for one of its people, and its author's country ("" for an officer)."""
    message = Message.objects.select_related("conversation").filter(ref=ref).first()
    if message is None:
        raise Refused(hidden())
    deny_unless(may_read_conversation(actor, message.conversation))
    author = Educator.objects.filter(account_id=message.author_id).first()
    return message, author.country if author else ""


def access_attachment(actor: Actor, ref: str, *, to: str = "open") -> Attachment:
    """A file of a message for the people of its conversation; ``to`` is open or remove."""
    rows = Attachment.objects.select_related("message__conversation", "message__author")
    attachment = rows.filter(ref=ref).first()
    if attachment is None:
        raise Refused(hidden())
    deny_unless(may_open_attachment(actor, attachment))
    if to == "remove":
        deny_unless(may_remove_attachment(actor, attachment))
    return attachment


def conversations_of(
    actor: Actor, *, archived: bool = False, after: Cursor | None = None
) -> tuple[list[Line], Cursor | None]:
    """``PAGE`` conversations, newest first, and where the next page begins: three queries."""
    rows = Participant.objects.filter(
        account=actor.account, left_at=None, archived_at__isnull=not archived
    )
    if after is not None:
        earlier = Q(conversation__last_at=after[0], pk__lt=after[1])
        rows = rows.filter(Q(conversation__last_at__lt=after[0]) | earlier)
    newest = rows.select_related("conversation").order_by("-conversation__last_at", "-pk")
    found = list(newest[: PAGE + 1])
    more = len(found) > PAGE
    found = found[:PAGE]
    following = (found[-1].conversation.last_at, found[-1].pk) if more else None
    return _lines(actor, found), following


def _lines(actor: Actor, found: list[Participant]) -> list[Line]:
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
    mine = Participant.objects.get(conversation=conversation, account=actor.account)
    seen = mine.read_count
    blocked = _blocked_by(actor)
    rows = Message.objects.filter(conversation=conversation)
    if before is not None:
        rows = rows.filter(number__lt=before)
    newest = rows.prefetch_related("attachments").order_by("-number")
    found = list(newest[:PAGE])[::-1]
    return Thread(
        conversation=conversation,
        people=people,
        messages=[
            Said(
                message=m,
                author=by_account[m.author_id],
                is_own=m.author_id == actor.account,
                is_new=m.number > seen,
                is_blocked=m.author_id in blocked,
                attachments=list(m.attachments.all()),
            )
            for m in found
        ],
        earlier=found[0].number if found and found[0].number > 1 else None,
        unread=conversation.message_count - seen,
        may_write=may_write_in(actor, conversation),
        is_archived=mine.archived_at is not None,
        may_be_blocked=[
            person.educator
            for person in people
            if person.educator is not None
            and person.name
            and person.account.pk not in {*blocked, actor.account}
        ]
        if actor.is_a(Role.VALIDATED)
        else [],
    )


def _blocked_by(actor: Actor) -> set[int]:
    """Accounts of those whom the reader does not want to hear."""
    rows = Block.objects.filter(owner__account_id=actor.account)
    return set(rows.values_list("blocked__account_id", flat=True))


def begun_a_day(actor: Actor) -> int:
    """How many conversations the actor may begin in a day (G9); an officer is no newcomer."""
    me = educator_of(actor)
    is_new = me is not None and is_newcomer(me) and not actor.countries
    return NEWCOMER_CONVERSATIONS if is_new else CONVERSATIONS


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
