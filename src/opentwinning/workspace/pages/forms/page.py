"""Writing and setting up a page."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.core.components.formats import country_name
from opentwinning.core.forms import LineField, OtForm, ProseField, VersionField
from opentwinning.workspace.pages.models import Page
from opentwinning.workspace.pages.queries import Branch
from opentwinning.workspace.pages.vocabulary import (
    MAX_LEVELS,
    MAX_TEXT,
    MAX_TITLE,
    Kept,
    PageState,
    Writers,
)
from opentwinning.workspace.spaces.models import Member
from opentwinning.workspace.spaces.vocabulary import WHO_SEES, SpacePlace

STATES = [
    (PageState.VISIBLE.value, pgettext_lazy("pages", "Visible")),
    (PageState.DRAFT.value, pgettext_lazy("pages", "Draft: only who may write it sees it")),
]


class EditForm(OtForm):
    """Title and text, written on a known version."""

    title = LineField(max_length=MAX_TITLE, label=pgettext_lazy("pages", "Title"))
    text = ProseField(
        max_length=MAX_TEXT, rows=18, required=False, label=pgettext_lazy("pages", "Text")
    )
    version = VersionField(required=False)


class SetUpForm(OtForm):
    """Who sees the page, who may write it."""

    def __init__(self, *args: Any, places: list[SpacePlace], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"] = forms.ChoiceField(
            choices=[(str(p), WHO_SEES[p]) for p in places],
            label=pgettext_lazy("pages", "Who can see this page"),
            widget=forms.RadioSelect,
            initial=str(places[0]) if places else "",
        )
        self.fields["state"] = forms.ChoiceField(
            choices=STATES,
            initial=PageState.VISIBLE,
            label=pgettext_lazy("pages", "State"),
            widget=forms.RadioSelect,
        )
        self.fields["pupils_may_edit"] = forms.BooleanField(
            required=False, label=pgettext_lazy("pages", "Pupils may write this page")
        )


WRITERS = [
    ("everybody", pgettext_lazy("pages", "Everybody who sees it, pupils too")),
    ("team", pgettext_lazy("pages", "Teachers and pupil admins")),
    (Kept.ADULTS.value, pgettext_lazy("pages", "Only teachers")),
    (Kept.NAMED.value, pgettext_lazy("pages", "Only people I name below")),
]


class WhoForm(SetUpForm):
    """The same for a page that stands: also kept for teachers, or for people by name."""

    writers = forms.ChoiceField(
        choices=WRITERS,
        label=pgettext_lazy("pages", "Who may write this page"),
        help_text=pgettext_lazy("pages", "Project admins and whoever began the page always may."),
        widget=forms.RadioSelect,
    )
    people = forms.MultipleChoiceField(
        required=False,
        label=pgettext_lazy("pages", "People who may write it"),
        help_text=pgettext_lazy("pages", "Counts when you choose “Only people I name below”."),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, members: Iterable[Member], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["pupils_may_edit"]
        choices = [(m.ref, f"{m.shown_name}, {country_name(m.country)}") for m in members]
        cast(forms.MultipleChoiceField, self.fields["people"]).choices = choices
        self.order_fields(("place", "state", "writers", "people"))

    def details(self) -> dict[str, Any]:
        """Keyword arguments of ``set_up_page``."""
        values = dict(self.cleaned_data)
        who, people = values.pop("writers"), values.pop("people")
        kept = Kept(who) if who in set(Kept) else Kept.NOT
        named = people if kept == Kept.NAMED else ()
        return {
            **values,
            "pupils_may_edit": who == "everybody",
            "writers": Writers(kept, named),
        }


def who_writes(page: Page) -> dict[str, Any]:
    """What ``WhoForm`` shows of a page first."""
    team = "everybody" if page.pupils_may_edit else "team"
    return {"writers": page.kept_for or team, "people": page.kept_for_people}


class NewPageForm(SetUpForm, EditForm):
    """Everything about a new page on one screen."""

    form_token = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)
    field_order = ("title", "text", "place", "state", "pupils_may_edit", "parent")

    def __init__(self, *args: Any, tree: list[Branch], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {
            node.page.ref: node.page
            for branch in tree
            for node in branch.walk()
            if node.level < MAX_LEVELS
        }
        levels = {node.page.ref: node.level for branch in tree for node in branch.walk()}
        choices: list[tuple[str, Any]] = [("", pgettext_lazy("pages", "At the top"))]
        choices += [
            (ref, f"{'– ' * (levels[ref] - 1)}{page.title}") for ref, page in self.known.items()
        ]
        self.fields["parent"] = forms.ChoiceField(
            choices=choices, required=False, label=pgettext_lazy("pages", "Under which page")
        )
        self.order_fields(self.field_order)

    def details(self) -> dict[str, Any]:
        """Keyword arguments of ``create_page``."""
        values = dict(self.cleaned_data)
        values.pop("version")
        return {**values, "parent": self.known.get(values["parent"])}
