"""What projects learn from above: where their closed places are, and which classes took part."""

from django.db.models import QuerySet

from opentwinning.collaboration.projects.actions import issue_class_certificate
from opentwinning.collaboration.projects.events import ProjectClosed
from opentwinning.collaboration.projects.models import Project
from opentwinning.collaboration.projects.vocabulary import WORKPLACES
from opentwinning.collaboration.twinspaces.models import TwinSpace
from opentwinning.core.actor import SYSTEM
from opentwinning.core.addresses import reverse
from opentwinning.core.events import on
from opentwinning.core.prepared import prepared
from opentwinning.people.pupils.models import SchoolClass


@prepared
def _spaces(projects: list[int]) -> QuerySet[TwinSpace, tuple[int, str]]:
    rows = TwinSpace.objects.filter(project_id__in=projects)
    return rows.values_list("project_id", "space__ref")


@WORKPLACES.add
def addresses(project_ids: list[int]) -> dict[int, str]:
    """Homes of the TwinSpaces of these projects, in one query."""
    return {pk: reverse("twinspaces:home", args=[ref]) for pk, ref in _spaces(project_ids)}


@on(ProjectClosed)
def certify_classes(event: ProjectClosed) -> None:
    """Each class whose pupils were in the TwinSpace gets a paper without names (J-10)."""
    project = Project.objects.get(pk=event.project_id)
    classes = SchoolClass.objects.filter(
        pupils__member__space__twinspace__project=project, pupils__member__left_at=None
    ).select_related("organisation")
    for school_class in classes.distinct():
        issue_class_certificate(by=SYSTEM, project=project, school_class=school_class)
