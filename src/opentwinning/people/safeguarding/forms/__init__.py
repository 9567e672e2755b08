"""Forms of reports, decisions, objections and clocks."""

import secrets
from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import OtForm, ProseField
from opentwinning.core.text import clean_line
from opentwinning.people.safeguarding.vocabulary import (
    MEASURE_LABELS,
    REASON_LABELS,
    SECRET_BYTES,
    WORDS_LONGEST,
    Measure,
)


class ReportForm(OtForm):
    """What is wrong (each choice is a button that sends), and words if there are any. ``secret``
    is the visitor's own link, made with the form, so that a second press adds nothing (G6)."""

    reason = forms.ChoiceField(
        label=pgettext_lazy("safeguarding", "What is wrong?"),
        choices=list(REASON_LABELS.items()),
        error_messages={"required": pgettext_lazy("safeguarding", "Choose what is wrong.")},
    )
    words = ProseField(
        label=pgettext_lazy("safeguarding", "Your words"),
        help_text=pgettext_lazy("safeguarding", "You need not write anything."),
        max_length=WORDS_LONGEST,
        rows=3,
        required=False,
    )
    secret = forms.RegexField(r"^[\w-]{32}$", widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"secret": secrets.token_urlsafe(SECRET_BYTES)})
        super().__init__(*args, **kwargs)


class DecisionForm(OtForm):
    """What happens with it, by which rule, and why."""

    measure = forms.TypedChoiceField(
        label=pgettext_lazy("safeguarding", "Your decision"),
        coerce=Measure,
        widget=forms.RadioSelect,
    )
    rule = forms.ChoiceField(
        label=pgettext_lazy("safeguarding", "Rule of the code of conduct"),
        choices=list(REASON_LABELS.items()),
    )
    reason = ProseField(
        label=pgettext_lazy("safeguarding", "Reason"),
        help_text=pgettext_lazy("safeguarding", "The author reads it. Name nobody."),
        max_length=WORDS_LONGEST,
        required=False,
    )
    days = forms.TypedChoiceField(
        label=pgettext_lazy("safeguarding", "If suspended, for how long?"),
        choices=[
            (7, pgettext_lazy("suspension", "A week")),
            (30, pgettext_lazy("suspension", "A month")),
            (0, pgettext_lazy("suspension", "Until somebody lifts it")),
        ],
        coerce=int,
        initial=7,
        required=False,
        empty_value="7",
    )

    def __init__(self, *args: Any, measures: list[Measure], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice = self.fields["measure"]
        if isinstance(choice, forms.ChoiceField):
            choice.choices = [(each.value, MEASURE_LABELS[each]) for each in measures]
        if Measure.SUSPEND not in measures:
            del self.fields["days"]

    def decision(self) -> dict[str, Any]:
        """The keyword arguments of the action."""
        return {**self.details(), "days": int(self.cleaned_data.get("days") or 0)}


class ObjectionForm(OtForm):
    """Why a decision is wrong."""

    text = ProseField(
        label=pgettext_lazy("safeguarding", "Why is it wrong?"), max_length=WORDS_LONGEST
    )


class AnswerForm(OtForm):
    """Right or not (the buttons say which), and the answer."""

    act = forms.ChoiceField(choices=[("right", ""), ("stays", "")], widget=forms.HiddenInput)
    answer = ProseField(
        label=pgettext_lazy("safeguarding", "Your answer to the author"), max_length=WORDS_LONGEST
    )


class WordsForm(OtForm):
    """Words or beginnings of words, one in each line."""

    words = ProseField(
        label=pgettext_lazy("safeguarding", "One word in each line"),
        help_text=pgettext_lazy(
            "safeguarding", "A word also finds its longer forms; accents and capitals do not count."
        ),
        max_length=20_000,
        rows=14,
        required=False,
    )

    def lines(self) -> list[str]:
        """Each word once, in their order."""
        said = (clean_line(line) for line in self.cleaned_data["words"].splitlines())
        return list(dict.fromkeys(line for line in said if line))


class ClocksForm(OtForm):
    """How long each level has, and how long things are kept."""

    teacher_hours = forms.IntegerField(
        label=pgettext_lazy("safeguarding", "Hours for the teachers of a TwinSpace"),
        min_value=1,
        max_value=168,
    )
    office_days = forms.IntegerField(
        label=pgettext_lazy("safeguarding", "Working days for a support organisation"),
        min_value=1,
        max_value=20,
    )
    centre_days = forms.IntegerField(
        label=pgettext_lazy("safeguarding", "Working days for the central office"),
        min_value=1,
        max_value=20,
    )
    appeal_days = forms.IntegerField(
        label=pgettext_lazy("safeguarding", "Days in which an author may object"),
        min_value=14,
        max_value=365,
    )
    visitors_to_hide = forms.IntegerField(
        label=pgettext_lazy("safeguarding", "Visitors whose serious reports hide a public page"),
        help_text=pgettext_lazy(
            "safeguarding",
            "From different networks. One member is always enough, "
            "and a pupil’s page hides at once.",
        ),
        min_value=1,
        max_value=5,
    )
    evidence_days = forms.IntegerField(
        label=pgettext_lazy("safeguarding", "Days that evidence is kept after a decision"),
        min_value=30,
        max_value=730,
    )
