"""States, capacities and places of a space."""

from enum import StrEnum

from django.utils.translation import pgettext_lazy

from opentwinning.core.privacy import Subject


class SpaceState(StrEnum):
    OPEN = "open"
    READ_ONLY = "read_only"
    WITHHELD = "withheld"  # about to be emptied: members still read, nothing of it is public
    CLOSED = "closed"  # emptied, for ever


TRANSITIONS = {
    SpaceState.OPEN: frozenset({SpaceState.READ_ONLY, SpaceState.WITHHELD}),
    SpaceState.READ_ONLY: frozenset({SpaceState.OPEN, SpaceState.WITHHELD}),
    SpaceState.WITHHELD: frozenset({SpaceState.OPEN, SpaceState.READ_ONLY, SpaceState.CLOSED}),
    SpaceState.CLOSED: frozenset[SpaceState](),
}
# Nothing of such a space is shown to visitors, whatever was published in it (B10).
NOT_PUBLIC = frozenset({SpaceState.WITHHELD, SpaceState.CLOSED})


class MemberCapacity(StrEnum):
    """X-43."""

    ADMIN = "admin"  # project admin: founders, and partners who are given it
    EDUCATOR = "educator"
    PUPIL_ADMIN = "pupil_admin"
    PUPIL = "pupil"


ADULTS = frozenset({MemberCapacity.ADMIN, MemberCapacity.EDUCATOR})
PUPILS = frozenset({MemberCapacity.PUPIL, MemberCapacity.PUPIL_ADMIN})


class SpacePlace(StrEnum):
    """Which part of the space a thing stands in, and so who sees it."""

    WHOLE = "whole"
    STAFF_ROOM = "staff_room"
    PUPIL_CORNER = "pupil_corner"


PLACE_LABELS = {
    SpacePlace.WHOLE: pgettext_lazy("place", "Everybody in the project"),
    SpacePlace.STAFF_ROOM: pgettext_lazy("place", "Staff room"),
    SpacePlace.PUPIL_CORNER: pgettext_lazy("place", "Pupil corner"),
}
# What every composer says (who will see it).
WHO_SEES = {
    SpacePlace.WHOLE: pgettext_lazy("who sees", "Teachers and pupils of this project"),
    SpacePlace.STAFF_ROOM: pgettext_lazy("who sees", "Only teachers of this project"),
    SpacePlace.PUPIL_CORNER: pgettext_lazy(
        "who sees", "Pupils of this project. Their teachers can read along."
    ),
}


def who_sees(place: str) -> dict[str, object]:
    """Text and symbol of the line "who can see this" for a place."""
    reach = "staff" if place == SpacePlace.STAFF_ROOM else "space"
    return {"text": WHO_SEES[SpacePlace(place)], "reach": reach}


class LooksFirst(StrEnum):
    """Whose words in talks and comments wait until a teacher has looked (H13, pain 34)."""

    NOBODY = "nobody"
    UNDER_13 = "under_13"
    PUPILS = "pupils"


LOOKS_FIRST_LABELS = {
    LooksFirst.NOBODY: pgettext_lazy("looks first", "Nobody's: they are seen at once"),
    LooksFirst.UNDER_13: pgettext_lazy("looks first", "Those of pupils in classes under 13"),
    LooksFirst.PUPILS: pgettext_lazy("looks first", "Those of all pupils"),
}

# How long contributions are kept, for the privacy declarations of the tools.
KEPT = "while the project is kept; the name goes with the person"
KEPT_BECAUSE = "common work stays for its partners, signed without a name"


def person_behind(member: str) -> dict[Subject, str]:
    """Where the person behind a member is found from a row that has it in this field."""
    return {Subject.EDUCATOR: f"{member}__account_id", Subject.PUPIL: f"{member}__pupil_id"}
