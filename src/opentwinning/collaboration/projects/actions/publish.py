"""Going public is a separate, deliberate act (J-11, row 42)."""

from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.projects.actions.record import locked
from opentwinning.collaboration.projects.events import ProjectPublished, ProjectUnpublished
from opentwinning.collaboration.projects.models import Partnership, Project, Publication
from opentwinning.collaboration.projects.policies import (
    may_publish_project,
    may_unpublish_project,
)
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.facilities.search import actions as search

PARTS = ("aims", "process", "results")


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
    chosen = {name: getattr(project, name) if name in parts else "" for name in PARTS}
    publication, _ = Publication.objects.update_or_create(
        project=project,
        defaults={
            "title": project.title,
            "summary": project.summary,
            **chosen,
            "shows_educators": shows_educators,
            "published_at": now(),
        },
    )
    project.published_at = project.published_at if project.is_published else now()
    project.is_published = True
    project.save(update_fields=["is_published", "published_at"])
    schools = Partnership.objects.filter(project=project, left_at=None).values_list(
        "organisation__name", flat=True
    )
    search.index(
        "project",
        project.pk,
        project.title,
        project.summary,
        *chosen.values(),
        *(name for name in schools if name),
    )
    note(project, parts=list(parts), shows_educators=shows_educators)
    emit(ProjectPublished(project.pk))
    return publication


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
