"""Everything that changes classes and pupils."""

from opentwinning.people.pupils.actions.cards import issue_cards, void_card
from opentwinning.people.pupils.actions.classes import (
    add_class_owner,
    change_class,
    close_class,
    create_class,
    hand_classes_on,
    leave_classes_at,
    remove_class_owner,
    rest_classes_of,
)
from opentwinning.people.pupils.actions.help import ask_for_help
from opentwinning.people.pupils.actions.lessons import (
    close_window,
    open_window,
    sign_out_class,
    sign_out_pupil,
)
from opentwinning.people.pupils.actions.pupils import (
    add_pupils,
    erase_pupil,
    export_pupil,
    remove_pupil,
    rename_pupil,
)
from opentwinning.people.pupils.actions.visits import (
    end_visit,
    sign_in_with_card,
    sign_in_with_pictures,
    touch_visit,
)

__all__ = [
    "add_class_owner",
    "add_pupils",
    "ask_for_help",
    "change_class",
    "close_class",
    "close_window",
    "create_class",
    "end_visit",
    "erase_pupil",
    "export_pupil",
    "hand_classes_on",
    "issue_cards",
    "leave_classes_at",
    "open_window",
    "remove_class_owner",
    "remove_pupil",
    "rename_pupil",
    "rest_classes_of",
    "sign_in_with_card",
    "sign_in_with_pictures",
    "sign_out_class",
    "sign_out_pupil",
    "touch_visit",
    "void_card",
]
