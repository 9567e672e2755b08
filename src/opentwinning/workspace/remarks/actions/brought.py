"""Comments of a box that is taken in (idea 9), inside a space that is read only."""

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.boxes import Record, Unpacking, at, fitting, when
from opentwinning.workspace.remarks.models import Remark


@action
def bring_remarks(*, by: Actor, unpacking: Unpacking) -> None:
    """What was said about things that came along; answers after what they answer."""
    known = [each for each in unpacking.records("remarks") if each["about"] in unpacking.made]
    first = [each for each in known if each["answers"] is None]
    unpacking.rows((each["id"], _remark(unpacking, each)) for each in first)
    answers = [each for each in known if each["answers"] in unpacking.made]
    unpacking.rows((each["id"], _remark(unpacking, each)) for each in answers)
    note(unpacking.space, remarks=len(first) + len(answers))


def _remark(unpacking: Unpacking, each: Record) -> Remark:
    made = unpacking.made
    return fitting(
        Remark,
        space=unpacking.space,
        kind=each["kind"],
        thing_ref=made[each["about"]].ref,
        parent=made.get(each["answers"] or ""),
        author=made[each["by"]],
        text=each["text"],
        quote=each["quote"],
        language=each["language"],
        created_at=when(each["at"]),
        edited_at=at(each["edited_at"]),
        settled_at=at(each["settled_at"]),
    )
