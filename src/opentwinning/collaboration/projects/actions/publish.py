"""Going public is a separate, deliberate act (J-11, row 42)."""

from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.projects.actions.record import locked
from opentwinning.collaboration.projects.events import ProjectPublished, ProjectUnpublished
from opentwinning.collaboration.projects.models import Partnership, Project, Publication
from opentwinning.collaboration.projects.policies import (
    may_publish_project,
    may_unpublish_project,
)
from opentwinning.collaboration.projects.queries.published import shown_to_visitors
from opentwinning.collaboration.projects.vocabulary import PUBLIC_PARTS
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.facilities.search import actions as search


@action
def publish_project(
    *, by: Actor, project: Project, parts: list[str], shows_educators: bool
) -> Publication:
    """Show visitors title, summary and the chosen parts as they are now. Later edits stay inside
    until the founders publish again."""
    project = locked(project)
    deny_unless(may_publish_project(by, project))
    if not project.summary.strip():
        raise Invalid(
            pgettext_lazy("project", "Write a short description first: visitors read it.")
        )
    Publication.objects.filter(project=project).delete()
    publication = shown_to_visitors(project, parts, shows_educators=shows_educators)
    publication.save()
    project.published_at = project.published_at if project.is_published else now()
    project.is_published = True
    project.save(update_fields=["is_published", "published_at"])
    index_publication(publication)
    note(project, parts=list(parts), shows_educators=shows_educators)
    emit(ProjectPublished(project.pk))
    return publication


def index_publication(publication: Publication) -> None:
    """Visitors find the project by what they may read of it, and by its schools."""
    schools = Partnership.objects.filter(project=publication.project_id, left_at=None).values_list(
        "organisation__name", flat=True
    )
    texts = [getattr(publication, name) for name in ("title", "summary", *PUBLIC_PARTS)]
    search.index("project", publication.project_id, *texts, *(name for name in schools if name))


@action
def unpublish_project(*, by: Actor, project: Project, reason: str = "") -> Project:
    """Visitors see it no longer, from this moment on."""
    project = locked(project)
    deny_unless(may_unpublish_project(by, project))
    Publication.objects.filter(project=project).delete()
    project.is_published = False
    project.published_at = None
    project.save(update_fields=["is_published", "published_at"])
    search.forget("project", project.pk)
    note(project, reason=reason.strip())
    emit(ProjectUnpublished(project.pk))
    return project
