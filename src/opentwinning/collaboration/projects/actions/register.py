"""Writing the plan of a project, alone or later together (X-24, X-27, J-01, J-08, J-14)."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.projects.actions.record import locked, own_educator, take_seat
from opentwinning.collaboration.projects.events import ProjectRenamed
from opentwinning.collaboration.projects.models import Project, ProjectTrait
from opentwinning.collaboration.projects.policies import (
    may_begin_project,
    may_copy_project,
    may_delete_draft,
    may_edit_project,
    may_send_project,
)
from opentwinning.collaboration.projects.vocabulary import (
    SUMMARY_MAX,
    TITLE_MAX,
    ProjectTraitKind,
)
from opentwinning.community.networking.queries import contacts_of
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.educators.models import Educator

type Traits = Mapping[ProjectTraitKind, list[str]]

TEXTS = ("title", "summary", "aims", "process", "results", "pupils_count", "language")
_TITLE = pgettext_lazy("project", "Give the project a title.")


@action
def begin_project(*, by: Actor, title: str, idea: str = "") -> Project:
    """A draft with its first founder, at any time of the year (J-01). An idea text becomes the
    first words of the summary and the aims, so that nothing is typed twice (J-08)."""
    deny_unless(may_begin_project(by))
    if not title.strip():
        raise Invalid(_TITLE, "title")
    educator = own_educator(by)
    first, _, rest = idea.strip().partition("\n")
    fits = len(first) <= SUMMARY_MAX
    project = Project.objects.create(
        title=title.strip()[:TITLE_MAX],
        summary=first if fits else "",
        aims=(rest if fits else idea).strip(),
        language=by.language,
    )
    take_seat(project, educator, 1)
    return project


@action
def copy_project(*, by: Actor, project: Project) -> Project:
    """A new draft with the texts of a finished project (J-14)."""
    deny_unless(may_copy_project(by, project))
    copy = Project.objects.create(**{name: getattr(project, name) for name in TEXTS})
    take_seat(copy, own_educator(by), 1)
    ProjectTrait.objects.bulk_create(
        ProjectTrait(project=copy, kind=trait.kind, value=trait.value)
        for trait in ProjectTrait.objects.filter(project=project)
    )
    note(copy, copied_from=project.ref)
    return copy


@action
def edit_project(
    *, by: Actor, project: Project, version: int, traits: Traits | None = None, **texts: Any
) -> Project:
    """Change some texts and the given kinds of traits.

    ``version`` is the one the writer started from: when the other founder saved in between, nothing
    is written and she is told (G7). ``is_multi_year`` can be set only before the approval (J-13).
    """
    project = locked(project)
    deny_unless(may_edit_project(by, project))
    _refuse_older(project, version)
    old_title = project.title
    note(project, before={name: getattr(project, name) for name in texts}, after=dict(texts))
    _fill(project, texts)
    project.version += 1
    project.updated_at = now()
    project.save()
    _set_traits(project, traits or {})
    if project.is_real and project.title != old_title:
        emit(ProjectRenamed(project.pk, project.title))
    return project


@action
def choose_partner(
    *, by: Actor, project: Project, partner: Educator | None, request_text: str = ""
) -> Project:
    """Who shall be the second founder, and what to write to her; only a contact (X-20)."""
    project = locked(project)
    deny_unless(may_send_project(by, project))
    if partner is not None and partner.pk not in {each.pk for each in contacts_of(by)}:
        raise Invalid(
            pgettext_lazy("project", "Choose one of your contacts as your partner."), "partner"
        )
    project.chosen_partner = partner
    project.request_text = request_text.strip()
    project.updated_at = now()
    project.save()
    note(project, partner=partner.ref if partner else "")
    return project


@action
def delete_draft(*, by: Actor, project: Project) -> None:
    """A plan that nobody agreed to disappears (X-25)."""
    project = locked(project)
    deny_unless(may_delete_draft(by, project))
    note(project, ref=project.ref, title=project.title)
    Project.objects.filter(pk=project.pk).delete()


def _refuse_older(project: Project, version: int) -> None:
    if version != project.version:
        raise Invalid(
            pgettext_lazy(
                "project",
                "The other founder saved a newer text. Compare both, then save again.",
            )
        )


def _fill(project: Project, texts: Mapping[str, Any]) -> None:
    unknown = set(texts) - {*TEXTS, "is_multi_year"}
    if unknown:
        raise TypeError(f"not texts of a project: {sorted(unknown)}")
    if "title" in texts and not str(texts["title"]).strip():
        raise Invalid(_TITLE, "title")
    if project.is_real and texts.get("is_multi_year", project.is_multi_year) != (
        project.is_multi_year
    ):
        raise Invalid(
            pgettext_lazy("project", "This was decided before the approval and stays."),
            "is_multi_year",
        )
    for name, value in texts.items():
        setattr(project, name, value)


def _set_traits(project: Project, traits: Traits) -> None:
    for kind, values in traits.items():
        rows = ProjectTrait.objects.filter(project=project, kind=kind)
        rows.exclude(value__in=values).delete()
        held = set(rows.values_list("value", flat=True))
        ProjectTrait.objects.bulk_create(
            ProjectTrait(project=project, kind=kind, value=value)
            for value in sorted(set(values) - held)
        )
