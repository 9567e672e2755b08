"""What an officer decides (page 100)."""

from django import forms
from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.collaboration.projects.vocabulary import MESSAGE_MAX, RULE_LABELS, Decision
from opentwinning.core.forms import OtForm, ProseField


class DecisionForm(OtForm):
    """A decision for one country; asking for changes and refusing need words."""

    decision = forms.ChoiceField(
        choices=[(d, d) for d in (Decision.APPROVED, Decision.RETURNED, Decision.REJECTED)],
        widget=forms.HiddenInput,
    )
    country = forms.CharField(max_length=2, widget=forms.HiddenInput)
    message = ProseField(
        label=pgettext_lazy("projects", "Your words to the founders"),
        help_text=pgettext_lazy("projects", "Needed when you ask for changes or do not approve."),
        max_length=MESSAGE_MAX,
        rows=6,
        required=False,
    )

    def clean(self) -> dict[str, object]:
        values = dict(super().clean() or {})
        decision = values.get("decision")
        if decision == Decision.RETURNED and not values.get("message"):
            self.add_error("message", pgettext("project", "Write what should change."))
        if decision == Decision.REJECTED and not values.get("message"):
            self.add_error("message", pgettext("project", "Write the reason."))
        return values


class RuleForm(OtForm):
    """A rule of the programme from a day on (C-19)."""

    key = forms.ChoiceField(
        label=pgettext_lazy("projects", "Rule"),
        choices=list(RULE_LABELS.items()),
        widget=forms.RadioSelect,
    )
    is_allowed = forms.TypedChoiceField(
        label=pgettext_lazy("projects", "Is this allowed?"),
        choices=[
            ("yes", pgettext_lazy("projects", "Allowed")),
            ("no", pgettext_lazy("projects", "Not allowed")),
        ],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    since = forms.DateField(
        label=pgettext_lazy("projects", "From which day?"),
        widget=forms.DateInput(attrs={"type": "date"}),
    )
