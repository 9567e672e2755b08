"""Talks of a box that is taken in (idea 9), inside a space that is read only."""

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.boxes import Record, Unpacking, at, fitting, when
from opentwinning.workspace.forums.models import Reply, Thread


@action
def bring_threads(*, by: Actor, unpacking: Unpacking) -> None:
    """Talks with what was said in them, under the same numbers."""
    last: dict[str, Record] = {}
    for each in unpacking.records("replies"):
        if each["number"] >= last.get(each["thread"], each)["number"]:
            last[each["thread"]] = each
    threads = unpacking.rows(
        (each["id"], _thread(unpacking, each, last.get(each["id"], each)))
        for each in unpacking.records("threads")
    )
    unpacking.rows((each["id"], _reply(unpacking, each)) for each in unpacking.records("replies"))
    note(unpacking.space, threads=len(threads))


def _thread(unpacking: Unpacking, each: Record, last: Record) -> Thread:
    return fitting(
        Thread,
        space=unpacking.space,
        place=each["place"],
        author=unpacking.made[each["by"]],
        title=each["title"],
        last_number=last.get("number", 0),
        last_at=when(last["at"]),
        last_by=unpacking.made[last["by"]],
        is_closed=each["is_closed"],
        created_at=when(each["at"]),
    )


def _reply(unpacking: Unpacking, each: Record) -> Reply:
    return fitting(
        Reply,
        thread=unpacking.made[each["thread"]],
        number=each["number"],
        author=unpacking.made[each["by"]],
        text=unpacking.text(each["text"]),
        language=each["language"],
        created_at=when(each["at"]),
        edited_at=at(each["edited_at"]),
    )
