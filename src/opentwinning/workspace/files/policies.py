"""Who may see, add, change and delete files (matrix row 37)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.verdicts import Verdict, granted, hidden, refused
from opentwinning.workspace.files.models import SpaceFile, Upload
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.policies import (
    may_read_thing,
    may_take_back,
    may_write_place,
    while_open,
)
from opentwinning.workspace.spaces.vocabulary import SpacePlace

_TEACHERS = pgettext_lazy("files", "Teachers say who is shown.")
_TEACHERS_ORDER = pgettext_lazy("files", "Teachers put an album in order.")
_NOT_YOURS = pgettext_lazy("files", "Only the person who added this file may change it.")


def may_read_file(member: Member | None, file: SpaceFile) -> Verdict:
    """Whoever reads the place; a photo that waits with a pupil's post only its owner and
    educators; one that lacks a consent only the educator who added it and project admins (H10).
    """
    verdict = may_read_thing(member, file)
    if not verdict or member is None:
        return verdict
    if file.is_closed and not (
        member.is_admin or (member.is_adult and file.uploaded_by_id == member.pk)
    ):
        return hidden()
    if file.is_held and not member.is_adult and file.uploaded_by_id != member.pk:
        return hidden()
    return granted()


def may_upload_file(member: Member | None, space: Space, place: SpacePlace | str) -> Verdict:
    """Whoever writes in the place."""
    return may_write_place(member, space, place)


def may_continue_upload(member: Member | None, upload: Upload) -> Verdict:
    """Whoever began it, as long as she may add files there."""
    if member is None or upload.member_id != member.pk:
        return hidden()
    return may_upload_file(member, upload.space, upload.place)


def may_change_file(member: Member | None, space: Space, file: SpaceFile) -> Verdict:
    """Educators their own, project admins any; pupils delete and add again."""
    verdict = may_read_file(member, file) and while_open(space)
    if not verdict or member is None:
        return verdict
    if member.is_admin or (member.is_adult and file.uploaded_by_id == member.pk):
        return granted()
    return refused(_NOT_YOURS)


def may_order_album(member: Member | None, space: Space) -> Verdict:
    """Educators of the project, while it is open."""
    verdict = while_open(space)
    if not verdict or member is None:
        return verdict and hidden()
    return granted() if member.is_adult else refused(_TEACHERS_ORDER)


def may_delete_file(member: Member | None, space: Space, file: SpaceFile) -> Verdict:
    """One's own; educators also what pupils added (they answer for them); admins any."""
    verdict = may_read_file(member, file) and while_open(space)
    if not verdict or member is None:
        return verdict
    if member.is_admin or file.uploaded_by_id == member.pk:
        return granted()
    if member.is_adult and file.uploaded_by.is_pupil:
        return granted()
    return refused(_NOT_YOURS)


def may_name_pupils(member: Member | None, file: SpaceFile) -> Verdict:
    """Say who is shown: educators who see the file, also in a project that has ended, for a family
    may take its consent back at any time. Whom they may name is ``queries.nameable_in``."""
    verdict = may_read_file(member, file)
    if not verdict or member is None:
        return verdict
    return granted() if member.is_adult else refused(_TEACHERS)


def may_restore_file(member: Member | None, space: Space, file: SpaceFile) -> Verdict:
    """Whoever deleted it, its owner, and project admins; others never learn of it."""
    return may_take_back(member, space, file, file.uploaded_by_id)


def may_show_in_public(file: SpaceFile) -> bool:
    """Only what everybody in the space sees, is not waiting, and whose people agreed (H10): pupils
    by the register of consents, and only once somebody said who they are."""
    if file.lacks_inside or file.lacks_public:
        return False
    if file.people_shown == "pupils" and not file.pupils_shown:
        return False
    return (
        file.place == SpacePlace.WHOLE
        and not file.is_held
        and file.deleted_at is None
        and file.people_shown != "unsure"
    )
