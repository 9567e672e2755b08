"""The doors of a TwinSpace."""

from dataclasses import dataclass

from django.db.models import QuerySet

from opentwinning.collaboration.projects.models import Project
from opentwinning.collaboration.twinspaces.models import TwinSpace
from opentwinning.core.actor import Actor
from opentwinning.core.prepared import prepared
from opentwinning.core.recall import once_per_page
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.people.pupils.models import SchoolClass
from opentwinning.workspace.spaces.models import Member
from opentwinning.workspace.spaces.policies import may_administer_space
from opentwinning.workspace.spaces.queries import Presence, access_space


@dataclass(frozen=True, slots=True)
class Visit:
    """The actor inside a TwinSpace."""

    twinspace: TwinSpace
    presence: Presence

    @property
    def member(self) -> Member:
        return self.presence.member


def access_twinspace(
    actor: Actor, ref: str, *, for_adults: bool = False, to_administer: bool = False
) -> Visit:
    """The TwinSpace behind its space's public id, for its members. ``for_adults`` hides it from
    pupils; ``to_administer`` lets only project admins of an open TwinSpace in, with the reason."""
    presence = access_space(actor, ref)
    if (for_adults or to_administer) and not presence.member.is_adult:
        raise Refused(hidden())
    if to_administer:
        deny_unless(may_administer_space(presence.member, presence.space))
    twinspace = next(iter(_of_space(presence.space.pk)), None)
    if twinspace is None:
        raise Refused(hidden())
    return Visit(twinspace, presence)


@prepared
def _of_project(project: int) -> QuerySet[TwinSpace]:
    return TwinSpace.objects.select_related("space").filter(project_id=project).order_by("pk")


@prepared
def _of_space(space: int) -> QuerySet[TwinSpace]:
    rows = TwinSpace.objects.select_related("project", "space", "cover")
    return rows.filter(space_id=space).order_by("pk")


@once_per_page
def twinspace_of(project: Project) -> TwinSpace | None:
    """The TwinSpace of a project; None before its approval. The caller has judged the right."""
    return next(iter(_of_project(project.pk)), None)


def access_member(visit: Visit, ref: str) -> Member:
    """A running member of the TwinSpace behind a public id."""
    member = _running(visit).filter(ref=ref).first()
    if member is None:
        raise Refused(hidden())
    return member


def members_of_class(visit: Visit, school_class: SchoolClass) -> list[Member]:
    """Running members of one class."""
    return list(_running(visit).filter(pupil__school_class=school_class))


def _running(visit: Visit) -> QuerySet[Member]:
    rows = Member.objects.filter(space=visit.presence.space, left_at=None)
    return rows.select_related("space", "pupil__school_class")
