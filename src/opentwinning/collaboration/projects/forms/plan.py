"""The steps of a plan, one small form each (page 55)."""

from collections.abc import Mapping
from typing import Any, ClassVar, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.projects.models import Project
from opentwinning.collaboration.projects.vocabulary import (
    PUPILS_MAX,
    SUMMARY_MAX,
    TEXT_MAX,
    TITLE_MAX,
    PlanStep,
    ProjectTraitKind,
)
from opentwinning.core.forms import LineField, OtForm, ProseField, VersionField
from opentwinning.core.vocabulary import choices

IDEA_MAX = SUMMARY_MAX + TEXT_MAX


class BeginForm(OtForm):
    """Two ways to begin: a title alone, or a title and the idea you already wrote (J-08)."""

    title = LineField(
        label=pgettext_lazy("projects", "Title of the project"),
        help_text=pgettext_lazy("projects", "Short and clear. You can change it later."),
        max_length=TITLE_MAX,
    )
    idea = ProseField(
        label=pgettext_lazy("projects", "Your idea"),
        help_text=pgettext_lazy(
            "projects", "Paste what you already wrote. It fills the first step of the plan."
        ),
        max_length=IDEA_MAX,
        rows=8,
        required=False,
    )


class StepForm(OtForm):
    """One step: some texts of the project and some kinds of traits."""

    trait_fields: ClassVar[Mapping[str, ProjectTraitKind]] = {}

    version = VersionField()

    def details(self) -> dict[str, Any]:
        """Keyword arguments of ``edit_project``."""
        values = dict(self.cleaned_data)
        traits = {kind: values.pop(name) for name, kind in self.trait_fields.items()}
        return {**values, "traits": traits}

    def start_from(self, version: int) -> None:
        """The next try of a refused form is about the newer version, with the typed text."""
        posted = cast("QueryDict", self.data).copy()
        posted["version"] = str(version)
        self.data = posted

    @classmethod
    def saved(
        cls, project: Project, traits: Mapping[ProjectTraitKind, list[str]]
    ) -> dict[str, Any]:
        """What the project holds of this step."""
        found: dict[str, Any] = {"version": project.version}
        for name in cls.base_fields:
            kind = cls.trait_fields.get(name)
            found[name] = traits.get(kind, []) if kind else getattr(project, name)
        return found


class AimsForm(StepForm):
    title = LineField(label=pgettext_lazy("projects", "Title"), max_length=TITLE_MAX)
    language = forms.ChoiceField(
        label=pgettext_lazy("projects", "Language of your texts"),
        help_text=pgettext_lazy("projects", "So that screen readers speak them well."),
        choices=choices("languages"),
    )
    summary = ProseField(
        label=pgettext_lazy("projects", "Short description"),
        help_text=pgettext_lazy("projects", "Two or three sentences. Who does what together?"),
        max_length=SUMMARY_MAX,
        rows=4,
    )
    aims = ProseField(
        label=pgettext_lazy("projects", "Aims"),
        help_text=pgettext_lazy("projects", "What will pupils learn and be able to do?"),
        max_length=TEXT_MAX,
        rows=8,
    )


class PupilsForm(StepForm):
    trait_fields: ClassVar[Mapping[str, ProjectTraitKind]] = {
        "ages": ProjectTraitKind.AGE,
        "languages": ProjectTraitKind.LANGUAGE,
        "subjects": ProjectTraitKind.SUBJECT,
    }

    ages = forms.MultipleChoiceField(
        label=pgettext_lazy("projects", "Age of the pupils"),
        choices=choices("ages"),
        widget=forms.CheckboxSelectMultiple,
    )
    pupils_count = forms.IntegerField(
        label=pgettext_lazy("projects", "How many pupils, in all schools together?"),
        help_text=pgettext_lazy("projects", "A guess is enough."),
        min_value=1,
        max_value=PUPILS_MAX,
    )
    languages = forms.MultipleChoiceField(
        label=pgettext_lazy("projects", "Working languages"),
        choices=choices("languages"),
        widget=forms.CheckboxSelectMultiple,
    )
    subjects = forms.MultipleChoiceField(
        label=pgettext_lazy("projects", "Subjects"),
        choices=choices("subjects"),
        widget=forms.CheckboxSelectMultiple,
    )


class ApprovedPlanForm(StepForm):
    """After the approval: whether it is for several years stays as it was (J-13)."""

    trait_fields: ClassVar[Mapping[str, ProjectTraitKind]] = {"tools": ProjectTraitKind.TOOL}

    process = ProseField(
        label=pgettext_lazy("projects", "Working process"),
        help_text=pgettext_lazy("projects", "Who does what, when, and how do the classes meet?"),
        max_length=TEXT_MAX,
        rows=10,
    )
    results = ProseField(
        label=pgettext_lazy("projects", "Expected results"),
        help_text=pgettext_lazy("projects", "What will be there at the end?"),
        max_length=TEXT_MAX,
        rows=6,
    )
    tools = forms.MultipleChoiceField(
        label=pgettext_lazy("projects", "Tools"),
        choices=choices("tools"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


class PlanForm(ApprovedPlanForm):
    is_multi_year = forms.BooleanField(
        label=pgettext_lazy("projects", "This project is planned for several years"),
        help_text=pgettext_lazy(
            "projects", "Only such a project can be reopened after it was closed."
        ),
        required=False,
    )


_FORMS: dict[PlanStep, type[StepForm]] = {
    PlanStep.AIMS: AimsForm,
    PlanStep.PUPILS: PupilsForm,
    PlanStep.PLAN: PlanForm,
}


def form_of(step: PlanStep, project: Project) -> type[StepForm]:
    """The form of one step in the project's present state."""
    if step is PlanStep.PLAN and project.is_real:
        return ApprovedPlanForm
    return _FORMS[step]
