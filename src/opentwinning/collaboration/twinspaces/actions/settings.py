"""What project admins set, and the guide each adult may close."""

from opentwinning.collaboration.twinspaces.models import GuideClosed, TwinSpace
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import deny_unless
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.spaces import actions as spaces
from opentwinning.workspace.spaces.models import Member
from opentwinning.workspace.spaces.policies import may_administer_space
from opentwinning.workspace.spaces.queries import member_of


@action
def describe_twinspace(
    *, by: Actor, twinspace: TwinSpace, title: str, description: str, cover: SpaceFile | None
) -> TwinSpace:
    """Name, description and picture of the home (X-42)."""
    deny_unless(may_administer_space(member_of(by, twinspace.space), twinspace.space))
    if title != twinspace.space.title:
        spaces.rename_space(by=by, space=twinspace.space, title=title)
    twinspace.description = description
    twinspace.cover = cover
    twinspace.save(update_fields=["description", "cover"])
    note(twinspace, title=title)
    return twinspace


@action
def close_guide(*, by: Actor, member: Member) -> None:
    """The checklist is not shown to her again (T-16)."""
    GuideClosed.objects.get_or_create(member=member)
    note(member)


@action
def let_cover_go(*, by: Actor, file_ids: list[int]) -> None:
    """These files are about to go for good: no home shows them any more."""
    changed = TwinSpace.objects.filter(cover_id__in=file_ids).update(cover=None)
    note(covers=changed)
