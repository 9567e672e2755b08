"""Reading classes and pupils."""

from opentwinning.people.pupils.queries.access import access_class, access_pupil
from opentwinning.people.pupils.queries.actors import (
    actor_of_pupil,
    epochs_of,
    pupil_of,
    visit_behind,
    zone_of,
)
from opentwinning.people.pupils.queries.classes import (
    Seat,
    class_with_open_door,
    classes_left_alone_by,
    classes_of,
    is_answering,
    led_by,
    names_of_classes,
    open_window_of,
    owners_of,
    possible_owners_of,
    pupils_of,
    roster,
    running_visits,
)
from opentwinning.people.pupils.queries.secrets import (
    Card,
    class_with_code,
    hash_of_pictures,
    hash_of_secret,
    new_cards,
    pupil_with_secret,
)

__all__ = [
    "Card",
    "Seat",
    "access_class",
    "access_pupil",
    "actor_of_pupil",
    "class_with_code",
    "class_with_open_door",
    "classes_left_alone_by",
    "classes_of",
    "epochs_of",
    "hash_of_pictures",
    "hash_of_secret",
    "is_answering",
    "led_by",
    "names_of_classes",
    "new_cards",
    "open_window_of",
    "owners_of",
    "possible_owners_of",
    "pupil_of",
    "pupil_with_secret",
    "pupils_of",
    "roster",
    "running_visits",
    "visit_behind",
    "zone_of",
]
