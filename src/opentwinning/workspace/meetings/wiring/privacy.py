"""What meetings hold about a person."""

from opentwinning.core.privacy import Declaration, OnErasure, declare_shared
from opentwinning.workspace.meetings.models import Letter, Meeting, Seat
from opentwinning.workspace.spaces.vocabulary import KEPT, KEPT_BECAUSE, person_behind

declare_shared(
    Declaration(
        model=Meeting,
        purpose="meet partners and their classes by video",
        retention=KEPT,
        personal=("title",),
        plain=(
            "ref", "space", "place", "author", "is_large", "begins_at", "ends_at", "run",
            "called_off_at", "withheld_at", "form_token", "created_at",
        ),
        withheld=("form_token",),
        on_erasure=OnErasure.KEEP,
        because=KEPT_BECAUSE,
    ),
    person_behind("author"),
)  # fmt: skip
declare_shared(
    Declaration(
        model=Seat,
        purpose="know who is in a meeting, who waits, and whom a teacher has sent out",
        retention="a day after the meeting",
        personal=(),
        plain=("ref", "meeting", "member", "state", "tab", "asked_at", "seen_at"),
        withheld=("tab",),
        on_erasure=OnErasure.DELETE,
    ),
    person_behind("member"),
)
declare_shared(
    Declaration(
        model=Letter,
        purpose="connect browsers with each other",
        retention="until it is read, a few seconds; at most a day after the meeting",
        personal=("data",),
        plain=("sender", "receiver", "sender_tab", "receiver_tab", "created_at"),
        withheld=("data", "sender_tab", "receiver_tab"),
        on_erasure=OnErasure.DELETE,
    ),
    person_behind("sender__member"),
)
