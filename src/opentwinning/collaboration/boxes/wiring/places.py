"""Where one finds it: the menu of the TwinSpace, the project, the question before closing it."""

from typing import Any

from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.boxes.policies import may_bring_box, may_order_box
from opentwinning.collaboration.boxes.queries import home_of_arrival
from opentwinning.collaboration.projects.models import Project
from opentwinning.collaboration.twinspaces.queries import twinspace_of
from opentwinning.core.actor import Actor
from opentwinning.core.addresses import reverse
from opentwinning.core.places import PANELS, SPACE_OWNERS, SPACE_TOOLS, Panel, SpaceTool
from opentwinning.workspace.spaces.queries import member_of
from opentwinning.workspace.spaces.vocabulary import SpaceState

SPACE_TOOLS.add(
    SpaceTool(
        label=pgettext_lazy("space menu", "Take it along"),
        url_name="boxes:box",
        icon="package",
        visible_to=lambda presence: bool(may_order_box(presence.member)),
        is_staff_only=True,
    ),
    order=90,
)


@SPACE_OWNERS.add
def owner_of(space_id: int) -> tuple[str, str] | None:
    """Title and home of what came in a box. Asked after TwinSpaces, which are many more."""
    found = home_of_arrival(space_id)
    return (found[0], reverse("boxes:arrival", args=[found[1]])) if found else None


def on_my_projects(actor: Actor, _subject: Any) -> dict[str, Any] | None:
    """Below her projects the way to boxes from elsewhere."""
    return {} if may_bring_box(actor) else None


def on_project(actor: Actor, subject: Any) -> dict[str, Any] | None:
    """For teachers who are members of its TwinSpace, once the project is over."""
    return _way(actor, subject, only_ended=True)


def on_closing(actor: Actor, subject: Any) -> dict[str, Any] | None:
    """Beside the question whether to close it."""
    return _way(actor, subject)


def _way(actor: Actor, subject: Any, *, only_ended: bool = False) -> dict[str, Any] | None:
    twinspace = twinspace_of(subject) if isinstance(subject, Project) else None
    if twinspace is None or (only_ended and twinspace.space.state == SpaceState.OPEN):
        return None
    if not may_order_box(member_of(actor, twinspace.space)):
        return None
    return {"ref": twinspace.space.ref}


PANELS.add(Panel("project", "boxes/panel.html", on_project), order=6)
PANELS.add(Panel("project_close", "boxes/panel.html", on_closing), order=10)
PANELS.add(Panel("my_projects", "boxes/bring.html", on_my_projects), order=50)
