"""Chats and their messages."""

from opentwinning.workspace.chats.models.chat import Chat, ChatHours, ChatPresence
from opentwinning.workspace.chats.models.message import ChatMessage

__all__ = ["Chat", "ChatHours", "ChatMessage", "ChatPresence"]
