"""What visitors see (page 3), and what founders let them see."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.collaboration.projects.actions import publish_project, unpublish_project
from opentwinning.collaboration.projects.forms.publish import PublishForm, UnpublishForm
from opentwinning.collaboration.projects.models import Project, Publication
from opentwinning.collaboration.projects.policies import may_visit_project
from opentwinning.collaboration.projects.queries import access_project, traits_of
from opentwinning.collaboration.projects.queries.cards import cards_of
from opentwinning.collaboration.projects.queries.published import shown_to_visitors
from opentwinning.collaboration.projects.queries.sheet import public_partners, sections_of
from opentwinning.collaboration.projects.queries.words import in_words
from opentwinning.collaboration.projects.vocabulary import ProjectTraitKind
from opentwinning.core.actor import VISITOR, Actor
from opentwinning.core.places import panels
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page


@open_to(Audience.EVERYBODY, methods=("GET",))
def visit(request: HttpRequest, ref: str) -> HttpResponse:
    """The public page; members of an unpublished project are led to their own page."""
    actor = cast("ActorRequest", request).actor
    project = access_project(actor, ref, to="find")
    if not may_visit_project(actor, project):
        return go(request, "projects:project", ref)
    seen = _seen(actor, project, project.publication)
    heads = panels("public_project_head", actor, project)
    return page(request, "projects/public.html", heads=heads, **seen)


@open_to(Audience.EDUCATORS)
def publish(request: HttpRequest, ref: str) -> HttpResponse:
    """Choose, look, then publish."""
    actor = cast("ActorRequest", request).actor
    project = access_project(actor, ref, to="publish")
    form = PublishForm(request.POST or None, initial=_chosen(project))
    if form.is_valid():
        done = form.carry_out(lambda: publish_project(by=actor, project=project, **form.details()))
        if done is not None:
            messages.success(request, pgettext("projects", "Everybody can see the project now."))
            return go(request, "projects:visit", ref)
    return page(
        request,
        "projects/publish.html",
        form=form,
        project=project,
        panels=panels("publish_project", actor, project),
    )


@open_to(Audience.EDUCATORS)
def preview(request: HttpRequest, ref: str) -> HttpResponse:
    """Exactly what visitors would see, from the same template; nothing is saved."""
    actor = cast("ActorRequest", request).actor
    project = access_project(actor, ref, to="publish")
    form = PublishForm(request.POST if request.method == "POST" else request.GET)
    form.is_valid()
    shown = shown_to_visitors(
        project,
        form.cleaned_data.get("parts", []),
        shows_educators=form.cleaned_data.get("shows_educators", False),
    )
    seen = _seen(VISITOR, project, shown)
    return page(request, "projects/public.html", is_preview=True, **seen)


@open_to(Audience.EDUCATORS, Audience.OFFICERS)
def unpublish(request: HttpRequest, ref: str) -> HttpResponse:
    """Visitors see it no longer."""
    actor = cast("ActorRequest", request).actor
    project = access_project(actor, ref, to="unpublish")
    form = UnpublishForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = form.carry_out(
            lambda: unpublish_project(by=actor, project=project, **form.details())
        )
        if done is not None:
            return go(request, "projects:project", ref)
    return page(request, "projects/unpublish.html", form=form, project=project)


def _seen(actor: Actor, project: Project, publication: Publication) -> dict[str, Any]:
    traits = traits_of([project])[project.pk]
    return {
        "project": project,
        "publication": publication,
        "card": cards_of(actor, [project])[0],
        "sections": sections_of(publication),
        "languages": in_words("languages", traits[ProjectTraitKind.LANGUAGE]),
        "partners": public_partners(project, publication),
        "panels": panels("public_project", actor, project),
    }


def _chosen(project: Project) -> dict[str, Any]:
    """What is public now; at first everything but the plan of work."""
    if not project.is_published:
        return {"parts": ["aims", "results"], "shows_educators": True}
    held = project.publication
    parts = [name for name in ("aims", "process", "results") if getattr(held, name)]
    return {"parts": parts, "shows_educators": held.shows_educators}
