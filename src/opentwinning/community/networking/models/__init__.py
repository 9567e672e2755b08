"""Contacts, partner calls and messages between educators."""

from opentwinning.community.networking.models.attachment import Attachment, AttachmentRoom
from opentwinning.community.networking.models.call import CallAnswer, CallTrait, PartnerCall
from opentwinning.community.networking.models.contact import Block, Contact, ContactNote
from opentwinning.community.networking.models.conversation import (
    Conversation,
    Message,
    Participant,
)
from opentwinning.community.networking.models.follow import Follow, ShownFollowers
from opentwinning.community.networking.models.lessons import ClosedDays, LessonSlot, Timetable
from opentwinning.community.networking.models.search import SavedSearch

__all__ = [
    "Attachment",
    "AttachmentRoom",
    "Block",
    "CallAnswer",
    "CallTrait",
    "ClosedDays",
    "Contact",
    "ContactNote",
    "Conversation",
    "Follow",
    "LessonSlot",
    "Message",
    "Participant",
    "PartnerCall",
    "SavedSearch",
    "ShownFollowers",
    "Timetable",
]
