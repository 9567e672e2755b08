"""A public page is withheld after a decision about a report, and comes back as it stood (H6, H17).

Whoever decides about the report is judged there.
"""

from opentwinning.collaboration.projects.actions.publish import index_publication
from opentwinning.collaboration.projects.events import ProjectPublished, ProjectUnpublished
from opentwinning.collaboration.projects.models import Project, Publication
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.facilities.search import actions as search


@action
def withhold_project(*, by: Actor, ref: str) -> None:
    """Visitors see it no longer; the work inside goes on. Its texts are kept."""
    rows = Project.objects.select_for_update().filter(ref=ref, is_published=True)
    project = rows.first()
    if project is None:
        return
    project.is_published, project.withheld_at = False, now()
    project.save(update_fields=["is_published", "withheld_at"])
    search.forget("project", project.pk)
    note(project)
    emit(ProjectUnpublished(project.pk))


@action
def give_project_back(*, by: Actor, ref: str) -> None:
    """As it was published; a project that was deleted meanwhile stays away."""
    project = Project.objects.select_for_update().filter(ref=ref).exclude(withheld_at=None).first()
    if project is None:
        return
    publication = Publication.objects.filter(project=project).first()
    project.withheld_at = None
    project.is_published = publication is not None and project.is_real
    project.save(update_fields=["is_published", "withheld_at"])
    if publication is not None and project.is_published:
        index_publication(publication)
        emit(ProjectPublished(project.pk))
    note(project)
