"""Everything that changes contacts, partner calls and conversations."""

from opentwinning.community.networking.actions.attachments import remove_attachment
from opentwinning.community.networking.actions.calls import (
    answer_call,
    close_call,
    edit_call,
    forget_educator,
    hide_answer,
    hide_call,
    publish_call,
    reopen_call,
    show_call,
)
from opentwinning.community.networking.actions.care import (
    give_answer_back,
    give_call_back,
    give_message_back,
    withhold_answer,
    withhold_call,
    withhold_message,
)
from opentwinning.community.networking.actions.contacts import (
    accept_contact,
    ask_for_contact,
    block_educator,
    decline_contact,
    end_contact,
    unblock_educator,
    withdraw_contact,
    write_contact_note,
)
from opentwinning.community.networking.actions.follows import (
    follow_educator,
    show_followers,
    unfollow_educator,
)
from opentwinning.community.networking.actions.lessons import save_timetable
from opentwinning.community.networking.actions.messages import (
    archive_conversation,
    begin_conversation,
    leave_conversation,
    mark_conversation_read,
    send_message,
    unarchive_conversation,
)
from opentwinning.community.networking.actions.searches import (
    delete_search,
    pace_search,
    save_search,
)

__all__ = [
    "accept_contact",
    "answer_call",
    "archive_conversation",
    "ask_for_contact",
    "begin_conversation",
    "block_educator",
    "close_call",
    "decline_contact",
    "delete_search",
    "edit_call",
    "end_contact",
    "follow_educator",
    "forget_educator",
    "give_answer_back",
    "give_call_back",
    "give_message_back",
    "hide_answer",
    "hide_call",
    "leave_conversation",
    "mark_conversation_read",
    "pace_search",
    "publish_call",
    "remove_attachment",
    "reopen_call",
    "save_search",
    "save_timetable",
    "send_message",
    "show_call",
    "show_followers",
    "unarchive_conversation",
    "unblock_educator",
    "unfollow_educator",
    "withdraw_contact",
    "withhold_answer",
    "withhold_call",
    "withhold_message",
    "write_contact_note",
]
