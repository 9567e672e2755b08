"""Which files visitors may open: those of published things, and only them."""

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.workspace.files.models import PublicUse, SpaceFile
from opentwinning.workspace.files.policies import may_show_in_public
from opentwinning.workspace.spaces.models import Space


@action
def expose_files(*, by: Actor, space: Space, used_in: str, refs: set[str]) -> list[SpaceFile]:
    """Open exactly these files of the space for the published thing ``used_in``.

    Called by the app that publishes and has judged the right. Files that may not be public stay
    closed; returns those opened.
    """
    rows = SpaceFile.objects.filter(space=space, ref__in=refs, deleted_at=None)
    fit = [file for file in rows if may_show_in_public(file)]
    PublicUse.objects.filter(used_in=used_in).delete()
    PublicUse.objects.bulk_create([PublicUse(file=file, used_in=used_in) for file in fit])
    note(space, used_in=used_in, files=[file.ref for file in fit])
    return fit


@action
def withdraw_files(*, by: Actor, space: Space, used_in: str) -> int:
    """Close the files of a thing that is no longer published; returns how many."""
    closed, _ = PublicUse.objects.filter(used_in=used_in).delete()
    note(space, used_in=used_in, files=closed)
    return closed
