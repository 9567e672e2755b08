"""What projects learn from above: where their closed places are, and which classes took part."""

from django.urls import reverse

from opentwinning.collaboration.projects.actions import issue_class_certificate
from opentwinning.collaboration.projects.events import ProjectClosed
from opentwinning.collaboration.projects.models import Project
from opentwinning.collaboration.projects.vocabulary import WORKPLACES
from opentwinning.collaboration.twinspaces.models import TwinSpace
from opentwinning.core.actor import SYSTEM
from opentwinning.core.events import on
from opentwinning.people.pupils.models import SchoolClass


@WORKPLACES.add
def addresses(project_ids: list[int]) -> dict[int, str]:
    """Homes of the TwinSpaces of these projects, in one query."""
    rows = TwinSpace.objects.filter(project__in=project_ids).values_list("project_id", "space__ref")
    return {pk: reverse("twinspaces:home", args=[ref]) for pk, ref in rows}


@on(ProjectClosed)
def certify_classes(event: ProjectClosed) -> None:
    """Each class whose pupils were in the TwinSpace gets a paper without names (J-10)."""
    project = Project.objects.get(pk=event.project_id)
    classes = SchoolClass.objects.filter(
        pupils__member__space__twinspace__project=project, pupils__member__left_at=None
    ).select_related("organisation")
    for school_class in classes.distinct():
        issue_class_certificate(by=SYSTEM, project=project, school_class=school_class)
