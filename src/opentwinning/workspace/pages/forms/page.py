"""Writing and setting up a page."""

from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import LineField, OtForm, ProseField, VersionField
from opentwinning.workspace.pages.queries import Branch
from opentwinning.workspace.pages.vocabulary import MAX_LEVELS, MAX_TEXT, MAX_TITLE, PageState
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
