"""Reading contacts, the directory, partner calls and messages."""

from opentwinning.community.networking.queries.calls import (
    access_answer,
    access_call,
    answer_to_report,
    answers_to,
    calls_of,
    cards,
    hidden_calls,
    open_calls,
    open_calls_count,
)
from opentwinning.community.networking.queries.contacts import (
    access_contact,
    access_person,
    are_contacts,
    blocked_by,
    contacts_of,
    has_blocked,
    note_about,
    requests_a_day,
    requests_count,
    requests_of,
    requests_to,
    tie_with,
    ties_of,
)
from opentwinning.community.networking.queries.contents import contents_of_messages
from opentwinning.community.networking.queries.directory import directory, directory_size
from opentwinning.community.networking.queries.facets import facets_of
from opentwinning.community.networking.queries.found_messages import found_messages
from opentwinning.community.networking.queries.messages import (
    access_attachment,
    access_conversation,
    begun_a_day,
    conversations_of,
    message_to_report,
    thread_of,
    unread_conversations,
)

__all__ = [
    "access_answer",
    "access_attachment",
    "access_call",
    "access_contact",
    "access_conversation",
    "access_person",
    "answer_to_report",
    "answers_to",
    "are_contacts",
    "begun_a_day",
    "blocked_by",
    "calls_of",
    "cards",
    "contacts_of",
    "contents_of_messages",
    "conversations_of",
    "directory",
    "directory_size",
    "facets_of",
    "found_messages",
    "has_blocked",
    "hidden_calls",
    "message_to_report",
    "note_about",
    "open_calls",
    "open_calls_count",
    "requests_a_day",
    "requests_count",
    "requests_of",
    "requests_to",
    "thread_of",
    "tie_with",
    "ties_of",
    "unread_conversations",
]
