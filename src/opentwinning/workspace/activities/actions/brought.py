"""Activities of a box that is taken in (idea 9), inside a space that is read only."""

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.boxes import Record, Unpacking, at, fitting, when
from opentwinning.workspace.activities.models import Activity, HandIn, HandInFile, Phase
from opentwinning.workspace.activities.vocabulary import HandInState


@action
def bring_activities(*, by: Actor, unpacking: Unpacking) -> None:
    """What the classes did, and what was approved of it."""
    phases = _phases(unpacking)
    activities = unpacking.rows(
        (each["id"], _activity(unpacking, each, phases.get(each["phase"])))
        for each in unpacking.records("activities")
    )
    unpacking.rows(
        (each["id"], _hand_in(unpacking, each)) for each in unpacking.records("hand_ins")
    )
    unpacking.rows(
        ("", HandInFile(hand_in=unpacking.made[each["id"]], file=unpacking.made[ref], position=n))
        for each in unpacking.records("hand_ins")
        for n, ref in enumerate(dict.fromkeys(each["files"]))
        if ref in unpacking.made
    )
    note(unpacking.space, activities=len(activities))


def _phases(unpacking: Unpacking) -> dict[str, Phase]:
    """In the order in which they first come."""
    titles = dict.fromkeys(each["phase"] for each in unpacking.records("activities"))
    return {
        phase.title: phase
        for phase in unpacking.rows(
            ("", fitting(Phase, space=unpacking.space, title=title, position=number))
            for number, title in enumerate(filter(None, titles))
        )
    }


def _activity(unpacking: Unpacking, each: Record, phase: Phase | None) -> Activity:
    return fitting(
        Activity,
        space=unpacking.space,
        phase=phase,
        author=unpacking.made[each["by"]],
        title=each["title"],
        text=unpacking.text(each["text"]),
        language=each["language"],
        state=each["state"],
        country=each["country"],
        school=each["school"],
        due_at=at(each["due_at"]),
        created_at=when(each["at"]),
    )


def _hand_in(unpacking: Unpacking, each: Record) -> HandIn:
    return fitting(
        HandIn,
        activity=unpacking.made[each["activity"]],
        author=unpacking.made[each["by"]],
        text=unpacking.text(each["text"]),
        language=each["language"],
        state=HandInState.APPROVED,
        first_at=when(each["at"]),
        handed_at=when(each["changed_at"]),
    )
