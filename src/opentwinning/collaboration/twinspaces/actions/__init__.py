"""Everything that changes a TwinSpace."""

from opentwinning.collaboration.twinspaces.actions.deletion import (
    empty_twinspace,
    follow_deletion,
    keep_twinspace,
)
from opentwinning.collaboration.twinspaces.actions.guests import (
    end_guest,
    forget_guests,
    invite_guest,
    prolong_guest,
)
from opentwinning.collaboration.twinspaces.actions.lifecycle import (
    admit_partner,
    follow_state,
    follow_title,
    open_twinspace,
)
from opentwinning.collaboration.twinspaces.actions.nudge import nudge_school
from opentwinning.collaboration.twinspaces.actions.people import (
    bring_pupils,
    change_power,
    let_partner_go,
    promote_founder,
    take_pupils_out,
)
from opentwinning.collaboration.twinspaces.actions.settings import (
    close_guide,
    describe_twinspace,
    let_cover_go,
)

__all__ = [
    "admit_partner",
    "bring_pupils",
    "change_power",
    "close_guide",
    "describe_twinspace",
    "empty_twinspace",
    "end_guest",
    "follow_deletion",
    "follow_state",
    "follow_title",
    "forget_guests",
    "invite_guest",
    "keep_twinspace",
    "let_cover_go",
    "let_partner_go",
    "nudge_school",
    "open_twinspace",
    "prolong_guest",
    "promote_founder",
    "take_pupils_out",
]
