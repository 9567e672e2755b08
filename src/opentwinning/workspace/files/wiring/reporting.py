"""Files are reported where they are seen large, withheld and given back (H6, H17)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import SYSTEM, Actor
from opentwinning.people.safeguarding.vocabulary import REPORTABLES, Hiding, Reportable, Reported
from opentwinning.workspace.files.actions import give_file_back, withhold_file
from opentwinning.workspace.files.adapters import disk
from opentwinning.workspace.files.queries import access_file
from opentwinning.workspace.spaces.queries import guardians_in


def file(actor: Actor, ref: str) -> Reported:
    """A file as this member sees it; of a picture the small copy is evidence."""
    presence, found = access_file(actor, ref)
    picture = disk.path_of(found.thumb_name) if found.thumb_name else None
    return Reported(
        title=found.shown_title,
        text="\n".join(part for part in (found.caption, found.alt_text, found.album) if part),
        language=actor.language,
        url=f"/spaces/files/{found.ref}/",
        country=found.uploaded_by.country,
        account_id=found.uploaded_by.account_id,
        pupil_id=found.uploaded_by.pupil_id,
        guardians=guardians_in(presence.space.pk),
        picture=picture.read_bytes() if picture is not None and picture.exists() else b"",
    )


def withhold(ref: str, _reason: str) -> None:
    withhold_file(by=SYSTEM, ref=ref)


def give_back(ref: str) -> None:
    give_file_back(by=SYSTEM, ref=ref)


REPORTABLES.add(
    Reportable("file", pgettext_lazy("reportable", "File"), file, Hiding(withhold, give_back))
)
