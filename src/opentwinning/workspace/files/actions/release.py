"""Photos that waited with a pupil's post."""

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.spaces.models import Space


@action
def release_files(*, by: Actor, space: Space, file_ids: list[int], is_held: bool = False) -> int:
    """Show (or hold again) photos of a post. Called by the app that judged the post."""
    changed = SpaceFile.objects.filter(space=space, pk__in=file_ids).update(is_held=is_held)
    note(space, files=changed, is_held=is_held)
    return changed
