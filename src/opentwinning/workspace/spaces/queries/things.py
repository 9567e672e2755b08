"""A thing of a space that members talk about below it."""

from dataclasses import dataclass

from opentwinning.workspace.spaces.models import Member
from opentwinning.workspace.spaces.queries.access import Presence


@dataclass(frozen=True, slots=True)
class Thing:
    """What is talked about, as this member sees it: subject of the panels "space_thing". ``text``
    is Markdown; ``tool``: its entry in the menu of the space; ``author``: who is told."""

    kind: str
    ref: str
    presence: Presence
    place: str
    title: str
    text: str
    url: str
    tool: str
    author: Member | None
