"""A vote."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import OtForm
from opentwinning.workspace.votes.models import Choice, Poll
from opentwinning.workspace.votes.vocabulary import ANSWER_LABELS, NO_LABEL, Answer

_NO = "no"
_CHOOSE = pgettext_lazy("poll", "Choose something.")


class VoteForm(OtForm):
    """One choice, several, or an answer to each time. ``words``: what a time is called; ``mine``:
    the vote that was given."""

    def __init__(
        self,
        *args: Any,
        poll: Poll,
        choices: Sequence[Choice],
        words: Mapping[str, str],
        mine: Mapping[str, str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.is_time = poll.is_time
        self.refs = [each.ref for each in choices]
        if poll.is_time:
            options = [*ANSWER_LABELS.items(), (_NO, NO_LABEL)]
            for each in choices:
                self.fields[each.ref] = forms.ChoiceField(
                    choices=options,
                    widget=forms.RadioSelect,
                    label=words[each.ref],
                    initial=mine.get(each.ref, _NO if mine else None),
                )
            return
        texts = [(each.ref, each.text) for each in choices]
        label = pgettext_lazy("poll", "Your vote")
        if poll.takes_many:
            self.fields["choices"] = forms.MultipleChoiceField(
                choices=texts,
                widget=forms.CheckboxSelectMultiple,
                label=label,
                initial=list(mine),
                error_messages={"required": _CHOOSE},
            )
        else:
            self.fields["choices"] = forms.ChoiceField(
                choices=texts,
                widget=forms.RadioSelect,
                label=label,
                initial=next(iter(mine), None),
                error_messages={"required": _CHOOSE},
            )

    def answers(self) -> dict[str, str]:
        """As the action takes them."""
        said = self.cleaned_data
        if self.is_time:
            return {ref: said[ref] for ref in self.refs if said[ref] != _NO}
        chosen = said["choices"]
        return dict.fromkeys(chosen if isinstance(chosen, list) else [chosen], Answer.YES)
