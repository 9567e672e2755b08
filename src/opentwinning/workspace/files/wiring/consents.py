"""The register of consents acts on files at once (H11), and teachers are told what was closed."""

from collections import Counter, defaultdict
from typing import Any

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import SYSTEM, Actor
from opentwinning.core.events import on
from opentwinning.core.notices import NoticeKind, declare_notice
from opentwinning.core.places import PANELS, Panel
from opentwinning.facilities.notifications.actions import tell
from opentwinning.people.consents.events import ConsentsChanged
from opentwinning.people.pupils.events import PupilErased
from opentwinning.people.pupils.models import Pupil
from opentwinning.workspace.files.actions import judge_files
from opentwinning.workspace.files.events import FilesClosed
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.files.queries import files_showing
from opentwinning.workspace.spaces.queries import guardians_in

LISTED = 100

declare_notice(
    NoticeKind(
        key="consents.files_closed",
        sentence=pgettext_lazy(
            "notice", "A consent is missing. %(count)s of the files in %(space)s were taken off."
        ),
        icon="eye-off",
        mail="files/mail/files_closed.txt",
        is_vital=True,
    )
)


@on(ConsentsChanged)
def judge(event: ConsentsChanged) -> None:
    judge_files(by=SYSTEM, pupil_ids=event.pupil_ids)


@on(PupilErased)
def judge_without_her(event: PupilErased) -> None:
    """Her consents went with her: what shows her closes."""
    judge_files(by=SYSTEM, pupil_ids=(event.pupil_id,))


@on(FilesClosed)
def tell_teachers(event: FilesClosed) -> None:
    """One notice a space: to the educators who added the files, else to those who look after it."""
    counts: dict[tuple[str, str], Counter[int]] = defaultdict(Counter)
    rows = SpaceFile.objects.filter(pk__in=event.file_ids, deleted_at=None)
    for file in rows.select_related("space", "uploaded_by"):
        own = file.uploaded_by.account_id
        for account in [own] if own else guardians_in(file.space_id):
            counts[file.space.ref, file.space.title][account] += 1
    for (ref, title), accounts in counts.items():
        for account, count in accounts.items():
            tell(
                [account],
                "consents.files_closed",
                url=f"/spaces/{ref}/files/",
                space=title,
                count=count,
            )


def of_pupil(actor: Actor, pupil: Pupil) -> dict[str, Any] | None:
    """For her teacher: everything that somebody said she is shown in, and who sees it now."""
    return {"files": list(files_showing(pupil)[:LISTED])}


PANELS.add(Panel("consents", "files/showing.html", of_pupil), order=10)
