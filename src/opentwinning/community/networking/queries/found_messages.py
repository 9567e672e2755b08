"""Searching one's own messages: the same answers on both databases (L-08, B4)."""

from dataclasses import dataclass

from django.db.models import Q

from opentwinning.community.networking.models import Message
from opentwinning.community.networking.vocabulary import SEARCHED, reader_word
from opentwinning.core.actor import Actor
from opentwinning.core.text import words
from opentwinning.facilities.search.queries import matching

FOUND_AT_MOST = 50
BEFORE, AFTER = 6, 18  # words shown around the first hit


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of an excerpt."""

    text: str
    is_hit: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A message that holds the words, with the place where it does."""

    message: Message
    excerpt: list[Piece]
    goes_on: bool  # the message has more words than the excerpt

    @property
    def author_key(self) -> str:
        """For the drawing: a person looks the same everywhere."""
        return self.message.author.ref.replace("acc_", "edu_")

    @property
    def stretch(self) -> str:
        """What to add to the address of the conversation to land on this message."""
        return f"?before={self.message.number + 1}#{self.message.ref}"


def found_messages(actor: Actor, query: str) -> list[Found]:
    """Messages of the actor's conversations that hold every word, newest first: two queries."""
    terms = words(query)
    ids = matching(SEARCHED, query, whole=[reader_word(actor.account)]) if terms else []
    readable = Q(withheld_at=None) | Q(author_id=actor.account)
    rows = Message.objects.filter(
        readable,
        pk__in=ids or [],
        conversation__participants__account=actor.account,
        conversation__participants__left_at=None,
    ).select_related("conversation", "author")
    return [_found(row, terms) for row in rows.order_by("-at", "-pk")[:FOUND_AT_MOST]]


def _found(message: Message, terms: list[str]) -> Found:
    said = message.text.split()
    hits = [_is_hit(word, terms) for word in said]
    first = hits.index(True) if True in hits else 0
    start = max(0, first - BEFORE)
    end = start + BEFORE + AFTER
    pieces = [Piece(*pair) for pair in zip(said[start:end], hits[start:end], strict=True)]
    return Found(message, pieces, goes_on=end < len(said))


def _is_hit(word: str, terms: list[str]) -> bool:
    return any(part.startswith(term) for part in words(word) for term in terms)
