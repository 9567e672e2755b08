"""A project is deleted: its TwinSpace is withheld, perhaps given back, in the end emptied."""

from opentwinning.collaboration.twinspaces.models import GuideClosed, Nudge, TwinSpace
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.workspace.spaces import actions as spaces


@action
def follow_deletion(*, by: Actor, project_id: int) -> TwinSpace | None:
    """The days of grace: members read, nothing is written, visitors see nothing (B10)."""
    twinspace = _of(project_id)
    if twinspace is not None:
        spaces.withhold_space(by=by, space=twinspace.space)
    return twinspace


@action
def keep_twinspace(*, by: Actor, project_id: int, is_open: bool) -> TwinSpace | None:
    """The project is kept: as it was before."""
    twinspace = _of(project_id)
    if twinspace is not None:
        spaces.give_space_back(by=by, space=twinspace.space, is_open=is_open)
    return twinspace


@action
def empty_twinspace(*, by: Actor, project_id: int) -> TwinSpace | None:
    """Everything made in it goes; the row stays for the counts."""
    twinspace = _of(project_id)
    if twinspace is None:
        return None
    twinspace.description = ""
    twinspace.cover = None
    twinspace.save(update_fields=["description", "cover"])
    GuideClosed.objects.filter(member__space=twinspace.space_id).delete()
    Nudge.objects.filter(member__space=twinspace.space_id).delete()
    spaces.empty_space(by=by, space=twinspace.space)
    note(twinspace)
    return twinspace


def _of(project_id: int) -> TwinSpace | None:
    return TwinSpace.objects.select_related("space").filter(project=project_id).first()
