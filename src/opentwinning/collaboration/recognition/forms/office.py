"""What officers fill in."""

from typing import Any

import yaml
from django import forms
from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.collaboration.recognition.models import CriteriaScheme
from opentwinning.collaboration.recognition.queries.sheets import Criterion
from opentwinning.collaboration.recognition.vocabulary import POINTS, TEXT_MAX
from opentwinning.core.forms import LineField, OtForm, ProseField
from opentwinning.people.accounts.models import Account


class AssignForm(OtForm):
    """Who assesses; only people without a conflict are offered (G11)."""

    assessor = forms.ChoiceField(label=pgettext_lazy("label form", "Assessor"))

    def __init__(self, people: list[Account], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._people = {person.ref: person for person in people}
        field = self.fields["assessor"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(person.ref, person.name) for person in people]

    def person(self) -> Account:
        return self._people[self.cleaned_data["assessor"]]


class DecisionForm(OtForm):
    """Award or refuse, with words for the applicant."""

    message = ProseField(
        label=pgettext_lazy("label form", "Message to the applicant"),
        max_length=TEXT_MAX,
        required=False,
        help_text=pgettext_lazy("label form", "Needed when you do not award the label."),
    )


class ScoreForm(OtForm):
    """Points per line, a comment per criterion, a summary, a recommendation."""

    def __init__(self, criteria: list[Criterion], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._criteria = criteria
        for criterion in criteria:
            for line in criterion.lines:
                self.fields[f"score-{line.id}"] = forms.TypedChoiceField(
                    label=line.name,
                    choices=[(str(n), str(n)) for n in POINTS],
                    coerce=int,
                    empty_value=None,
                    required=False,
                    widget=forms.RadioSelect,
                    initial=line.points,
                )
            self.fields[f"comment-{criterion.id}"] = ProseField(
                label=pgettext_lazy("label form", "Comment for the applicant"),
                required=False,
                rows=3,
                initial=criterion.comment,
            )
        self.fields["summary"] = ProseField(
            label=pgettext_lazy("label form", "Summary for the applicant"), required=False, rows=5
        )
        self.fields["recommends_european"] = forms.BooleanField(
            label=pgettext_lazy("label form", "I recommend this project for the European label"),
            required=False,
        )

    def details(self) -> dict[str, Any]:
        """Arguments of ``save_assessment``."""
        data = self.cleaned_data
        return {
            "scores": {
                line.id: data[f"score-{line.id}"]
                for c in self._criteria
                for line in c.lines
                if data.get(f"score-{line.id}") is not None
            },
            "comments": {c.id: data.get(f"comment-{c.id}", "") for c in self._criteria},
            "summary": data.get("summary", ""),
            "recommends_european": data.get("recommends_european", False),
        }


class _Day(forms.DateField):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class WindowForm(OtForm):
    """One country's window of one school year."""

    school_year = forms.RegexField(
        r"^20\d\d/\d\d$", label=pgettext_lazy("label form", "School year, such as 2026/27")
    )
    opens_on = _Day(label=pgettext_lazy("label form", "Opens on"))
    closes_on = _Day(label=pgettext_lazy("label form", "Last day to send"))
    decided_by_on = _Day(label=pgettext_lazy("label form", "Decided by"))
    scheme = forms.ChoiceField(label=pgettext_lazy("label form", "Criteria"))
    applications_per_educator = forms.IntegerField(
        label=pgettext_lazy("label form", "Applications per teacher and year"),
        min_value=1,
        max_value=50,
        initial=4,
    )
    minimum_duration_days = forms.IntegerField(
        label=pgettext_lazy("label form", "Days a project must have run"),
        min_value=0,
        max_value=1000,
        initial=60,
    )
    second_application = forms.BooleanField(
        label=pgettext_lazy("label form", "A second application after a refusal is allowed"),
        required=False,
        initial=True,
    )

    def __init__(self, schemes: list[CriteriaScheme], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._schemes = {scheme.ref: scheme for scheme in schemes}
        field = self.fields["scheme"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(scheme.ref, scheme.key) for scheme in schemes]

    def details(self) -> dict[str, Any]:
        return {**self.cleaned_data, "scheme": self._schemes[self.cleaned_data["scheme"]]}


class AssessorForm(OtForm):
    """An educator of the country, by her e-mail address."""

    email = forms.EmailField(label=pgettext_lazy("label form", "E-mail address of the teacher"))


class RuleForm(OtForm):
    """The European rule from a date on (C-04)."""

    valid_from = _Day(label=pgettext_lazy("label form", "Valid from"))
    valid_until = _Day(label=pgettext_lazy("label form", "Valid until"), required=False)
    minimum_national_labels = forms.IntegerField(
        label=pgettext_lazy("label form", "National labels needed"), min_value=1, max_value=20
    )
    minimum_countries = forms.IntegerField(
        label=pgettext_lazy("label form", "From how many countries"), min_value=1, max_value=20
    )
    minimum_recommendations = forms.IntegerField(
        label=pgettext_lazy("label form", "Recommendations needed"), min_value=0, max_value=20
    )
    minimum_average_points = forms.DecimalField(
        label=pgettext_lazy("label form", "Average points must be above"),
        required=False,
        min_value=0,
        max_value=1000,
        decimal_places=2,
    )
    share_percent = forms.IntegerField(
        label=pgettext_lazy("label form", "Share of labels a country may recommend (%)"),
        required=False,
        min_value=1,
        max_value=100,
    )


class RoundForm(OtForm):
    """Open a yearly round."""

    school_year = forms.RegexField(
        r"^20\d\d/\d\d$", label=pgettext_lazy("label form", "School year, such as 2026/27")
    )


class SchemeForm(OtForm):
    """Criteria as structured text: the same lines the office knows from its guide."""

    key = LineField(label=pgettext_lazy("label form", "Name of these criteria"), max_length=60)
    content = ProseField(
        label=pgettext_lazy("label form", "Questions and criteria (YAML)"),
        max_length=60_000,
        rows=30,
    )

    def clean_content(self) -> dict[str, Any]:
        """Read the text; say the line of a mistake."""
        try:
            content = yaml.safe_load(self.cleaned_data["content"])
        except yaml.YAMLError as problem:
            mark = getattr(problem, "problem_mark", None)
            raise forms.ValidationError(
                pgettext("label form", "This cannot be read. Look at line %(line)s.")
                % {"line": mark.line + 1 if mark else 1}
            ) from problem
        if not isinstance(content, dict):
            raise forms.ValidationError(
                pgettext("label form", "Begin with maximum_points, entry_questions and criteria.")
            )
        return content
