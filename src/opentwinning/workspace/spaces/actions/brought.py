"""A space that comes in a box. Called by the app that owns it, which has judged the right."""

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.boxes import Record, Unpacking, at, fitting, when
from opentwinning.core.clock import now
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.vocabulary import SpaceState


@action
def bring_space(*, by: Actor, project: Record) -> Space:
    """Read only from the beginning: it is what was, not what goes on."""
    space = fitting(
        Space,
        title=project["title"],
        state=SpaceState.READ_ONLY,
        opened_at=when(project["opened_at"]),
        read_only_at=at(project["ended_at"]) or now(),
        is_brought=True,
    )
    space.save()
    return space


@action
def bring_people(*, by: Actor, unpacking: Unpacking) -> None:
    """Names to stand beside what they made: no accounts, nobody signs in with them."""
    made = unpacking.rows(
        (
            each["id"],
            fitting(
                Member,
                space=unpacking.space,
                capacity=each["capacity"],
                name=each["name"],
                country=each["country"],
                organisation_name=each["school"],
                left_at=now() if each["has_left"] else None,
            ),
        )
        for each in unpacking.records("people")
    )
    note(unpacking.space, people=len(made))
