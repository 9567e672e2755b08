"""A TwinSpace follows its project: opens, rests, goes on."""

from opentwinning.collaboration.projects.models import Partnership, Project
from opentwinning.collaboration.twinspaces.models import TwinSpace
from opentwinning.core.actions import action
from opentwinning.core.actor import Actor
from opentwinning.workspace.spaces import actions as spaces
from opentwinning.workspace.spaces.models import Member
from opentwinning.workspace.spaces.vocabulary import MemberCapacity, SpaceState


@action
def open_twinspace(*, by: Actor, project: Project) -> TwinSpace:
    """The project was approved: its founders enter as project admins, partners as educators
    (T-01). Called once a project; a second call changes nothing."""
    known = TwinSpace.objects.filter(project=project).first()
    if known is not None:
        return known
    space = spaces.open_space(by=by, title=project.title)
    twinspace = TwinSpace.objects.create(
        project=project, space=space, description=project.summary, opened_at=space.opened_at
    )
    for partnership in _running(project):
        _admit(by, twinspace, partnership)
    return twinspace


@action
def admit_partner(*, by: Actor, partnership: Partnership) -> Member | None:
    """A partner joined the project."""
    twinspace = (
        TwinSpace.objects.select_related("space").filter(project=partnership.project_id).first()
    )
    return _admit(by, twinspace, partnership) if twinspace is not None else None


@action
def follow_state(*, by: Actor, project: Project, is_open: bool) -> TwinSpace | None:
    """Read-only while the project is closed (X-40), open again when it goes on (J-13)."""
    twinspace = TwinSpace.objects.select_related("space").filter(project=project).first()
    if twinspace is None:
        return None
    if is_open and twinspace.space.state == SpaceState.READ_ONLY:
        spaces.reopen_space(by=by, space=twinspace.space)
    if not is_open and twinspace.space.state == SpaceState.OPEN:
        spaces.make_read_only(by=by, space=twinspace.space)
    return twinspace


@action
def follow_title(*, by: Actor, project: Project, title: str) -> TwinSpace | None:
    """The project was renamed: the place takes the name."""
    twinspace = TwinSpace.objects.select_related("space").filter(project=project).first()
    if twinspace is not None:
        spaces.rename_space(by=by, space=twinspace.space, title=title)
    return twinspace


def _running(project: Project) -> list[Partnership]:
    rows = Partnership.objects.filter(project=project, left_at=None)
    return list(rows.select_related("educator__account", "organisation").order_by("pk"))


def _admit(by: Actor, twinspace: TwinSpace, partnership: Partnership) -> Member:
    return spaces.admit_account(
        by=by,
        space=twinspace.space,
        account=partnership.educator.account,
        capacity=MemberCapacity.ADMIN if partnership.is_founder else MemberCapacity.EDUCATOR,
        country=partnership.country,
        organisation_name=partnership.organisation.name if partnership.organisation else "",
    )
