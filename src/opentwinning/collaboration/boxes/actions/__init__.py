"""Everything that changes boxes."""

from opentwinning.collaboration.boxes.actions.boxes import (
    fail_box,
    finish_box,
    forget_box,
    order_box,
    take_box,
    tell_progress,
)

__all__ = ["fail_box", "finish_box", "forget_box", "order_box", "take_box", "tell_progress"]
