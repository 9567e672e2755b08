"""Facts of networking."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ContactAsked:
    contact_id: int
    asker_id: int  # educator
    asked_id: int  # educator


@dataclass(frozen=True, slots=True)
class ContactAccepted:
    contact_id: int
    asker_id: int
    asked_id: int


@dataclass(frozen=True, slots=True)
class EducatorFollowed:
    follower_id: int  # educator
    followed_id: int  # educator


@dataclass(frozen=True, slots=True)
class CallPublished:
    call_id: int
    author_id: int  # educator


@dataclass(frozen=True, slots=True)
class CallAnswered:
    call_id: int
    answer_id: int
    author_id: int  # educator who wrote the answer


@dataclass(frozen=True, slots=True)
class MessageSent:
    conversation_id: int
    message_id: int
    author_account_id: int
    # Accounts that had read everything before: only they are told, once until they come back.
    newly_unread: tuple[int, ...]
