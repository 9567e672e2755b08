"""Photos that waited with a pupil's post, and files withheld after a report (H6, H17)."""

from django.db.models import F

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.spaces.models import Space


@action
def release_files(*, by: Actor, space: Space, file_ids: list[int], is_held: bool = False) -> int:
    """Show (or hold again) photos of a post. Called by the app that judged the post."""
    rows = SpaceFile.objects.filter(space=space, pk__in=file_ids)
    changed = rows.filter(withheld_held=None).update(is_held=is_held)
    # What a decision hides stays hidden; when it comes back, it is as its post is then.
    changed += rows.exclude(withheld_held=None).update(withheld_held=is_held)
    note(space, files=changed, is_held=is_held)
    return changed


@action
def drop_held_files(*, by: Actor, file_ids: list[int]) -> int:
    """Into the trash what waited for a teacher and belongs to nothing any more; what is shown stays
    a file of the space, what is hidden after a report stays for who decides. Called by the app
    that let go of them; returns how many."""
    rows = SpaceFile.objects.filter(pk__in=file_ids, is_held=True, deleted_at=None)
    gone = rows.filter(withheld_held=None).update(deleted_at=now())
    note(files=gone)
    return gone


@action
def withhold_file(*, by: Actor, ref: str) -> None:
    """Only its owner and educators still see it, visitors no more. Who decides is judged before."""
    rows = SpaceFile.objects.filter(ref=ref, withheld_held=None)
    rows.update(withheld_held=F("is_held"), is_held=True)
    note(file=ref)


@action
def give_file_back(*, by: Actor, ref: str) -> None:
    """As it stood: one that waits with a post waits again."""
    rows = SpaceFile.objects.filter(ref=ref).exclude(withheld_held=None)
    rows.update(is_held=F("withheld_held"), withheld_held=None)
    note(file=ref)
