"""A virus was found in what had waited for the scanner."""

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.events import emit
from opentwinning.workspace.files.events import FileInfected
from opentwinning.workspace.files.models import SpaceFile


@action
def report_infected(*, by: Actor, stored_name: str, finding: str) -> int:
    """Its content is gone; whoever added it learns of it. The row stays and says why nobody gets
    the file. Returns how many files of spaces it was: contents of other apps have none."""
    rows = list(SpaceFile.objects.filter(stored_name=stored_name).select_related("space"))
    for file in rows:
        emit(FileInfected(file.pk))
    note(stored=stored_name, finding=finding, files=[file.ref for file in rows])
    return len(rows)
