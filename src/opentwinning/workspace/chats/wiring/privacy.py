"""What chats hold about a person."""

from opentwinning.core.privacy import Declaration, OnErasure, declare_shared
from opentwinning.workspace.chats.models import Chat, ChatHours, ChatMessage, ChatPresence
from opentwinning.workspace.spaces.vocabulary import KEPT, KEPT_BECAUSE, person_behind

KEPT_DAYS = "90 days after it was sent, then deleted for everybody"

declare_shared(
    Declaration(
        model=Chat,
        purpose="talk with partners while a teacher is there",
        retention=KEPT,
        personal=("title",),
        plain=(
            "ref", "space", "place", "author", "schools_needed", "slow_seconds", "holds_first",
            "is_closed", "pupils_read_later", "last_number", "last_change", "last_at",
            "form_token", "created_at", "deleted_at", "deleted_by",
        ),
        withheld=("form_token", "deleted_by"),
        on_erasure=OnErasure.KEEP,
        because=KEPT_BECAUSE,
    ),
    person_behind("author"),
)  # fmt: skip
declare_shared(
    Declaration(
        model=ChatHours,
        purpose="open a chat for pupils at planned hours",
        retention="90 days after they are over",
        personal=(),
        plain=("ref", "chat", "begins_at", "ends_at", "by"),
        on_erasure=OnErasure.KEEP,
        because=KEPT_BECAUSE,
    ),
    person_behind("by"),
)
declare_shared(
    Declaration(
        model=ChatPresence,
        purpose="open a chat for pupils only while a teacher is there",
        retention="a day; it counts for 45 seconds",
        personal=(),
        plain=("chat", "member", "seen_at"),
        on_erasure=OnErasure.DELETE,
    ),
    person_behind("member"),
)
declare_shared(
    Declaration(
        model=ChatMessage,
        purpose="talk with partners while a teacher is there",
        retention=KEPT_DAYS,
        personal=("text", "hidden_reason"),
        plain=(
            "ref", "chat", "number", "change", "author", "language", "send_key", "created_at",
            "state", "held_for", "judged_by", "hidden_at", "hidden_by", "withheld_at",
            "was_hidden", "taken_back_at",
        ),
        withheld=("send_key", "judged_by", "hidden_by"),
        on_erasure=OnErasure.KEEP,
        because=KEPT_BECAUSE,
    ),
    person_behind("author"),
)  # fmt: skip
