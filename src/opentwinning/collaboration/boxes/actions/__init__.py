"""Everything that changes boxes."""

from opentwinning.collaboration.boxes.actions.arrivals import (
    Contents,
    Sent,
    delete_arrival,
    fail_arrival,
    refuse_arrival,
    send_box,
    take_in,
    tell_contents,
    want_arrival,
)
from opentwinning.collaboration.boxes.actions.boxes import (
    fail_box,
    finish_box,
    forget_box,
    order_box,
    take_box,
    tell_progress,
)

__all__ = [
    "Contents",
    "Sent",
    "delete_arrival",
    "fail_arrival",
    "fail_box",
    "finish_box",
    "forget_box",
    "order_box",
    "refuse_arrival",
    "send_box",
    "take_box",
    "take_in",
    "tell_contents",
    "tell_progress",
    "want_arrival",
]
