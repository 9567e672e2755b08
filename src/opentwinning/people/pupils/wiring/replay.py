"""After a restore: pupils who were erased since the backup are erased again (J9)."""

import datetime as dt
from typing import Any

from opentwinning.core.actor import SYSTEM
from opentwinning.core.events import after_commit
from opentwinning.core.outliving import append, refs_written
from opentwinning.core.work import job
from opentwinning.people.pupils.actions import erase_pupil
from opentwinning.people.pupils.events import PupilErased
from opentwinning.people.pupils.models import Pupil
from opentwinning.people.pupils.vocabulary import PupilState

ERASED = "pupil"


@after_commit(PupilErased)
def write_down(event: PupilErased) -> None:
    """Only once the erasure is certain."""
    append(ERASED, event.ref, event.at.isoformat())


@job("pupils.replay", every=dt.timedelta(hours=1))
def replay(payload: dict[str, Any]) -> None:
    """Erase again whom a backup brought back; also by itself, if somebody forgot the command."""
    back = Pupil.objects.select_related("school_class").filter(ref__in=refs_written(ERASED))
    for pupil in back.exclude(state=PupilState.ERASED):
        erase_pupil(by=SYSTEM, pupil=pupil)
