"""Files on their way (D12)."""

from django.db.models import QuerySet

from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.workspace.files.models import Upload
from opentwinning.workspace.files.policies import may_continue_upload
from opentwinning.workspace.spaces.queries import Presence, presence_in


def access_upload(actor: Actor, ref: str) -> tuple[Presence, Upload]:
    """The door: an upload for whoever began it, as long as she may add files there."""
    upload = Upload.objects.select_related("space", "member").filter(ref=ref).first()
    if upload is None:
        raise Refused(hidden())
    presence = presence_in(actor, upload.space, place=upload.place)
    deny_unless(may_continue_upload(presence.member, upload))
    return presence, upload


def unfinished_uploads(presence: Presence) -> QuerySet[Upload]:
    """What the member began here and did not finish, oldest first."""
    return Upload.objects.filter(member=presence.member, file=None).order_by("pk")


def known_parts(names: list[str]) -> set[str]:
    """Which of these parts belong to an upload."""
    known: set[str] = set()
    for start in range(0, len(names), 500):
        rows = Upload.objects.filter(part__in=names[start : start + 500])
        known |= set(rows.values_list("part", flat=True))
    return known
