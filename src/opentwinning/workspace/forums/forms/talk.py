"""Threads, replies, hiding, rules."""

from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import LineField, OtForm, ProseField
from opentwinning.workspace.forums.vocabulary import MAX_TEXT, MAX_TITLE
from opentwinning.workspace.spaces.vocabulary import WHO_SEES, SpacePlace


def _token() -> forms.CharField:
    return forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)


class ReplyForm(OtForm):
    """One reply."""

    text = ProseField(max_length=MAX_TEXT, rows=5, label=pgettext_lazy("forum", "Your reply"))
    form_token = _token()


class TitleForm(OtForm):
    """A better title."""

    title = LineField(max_length=MAX_TITLE, label=pgettext_lazy("forum", "Title"))


class ThreadForm(OtForm):
    """A new thread with its opening."""

    title = LineField(max_length=MAX_TITLE, label=pgettext_lazy("forum", "What is it about?"))
    text = ProseField(max_length=MAX_TEXT, rows=8, label=pgettext_lazy("forum", "Your text"))
    form_token = _token()

    def __init__(self, *args: Any, places: list[SpacePlace], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"] = forms.ChoiceField(
            choices=[(str(p), WHO_SEES[p]) for p in places],
            label=pgettext_lazy("forum", "Who can see this"),
            widget=forms.RadioSelect if len(places) > 1 else forms.HiddenInput,
            initial=str(places[0]) if places else "",
        )


class HideForm(OtForm):
    """Why a reply is hidden."""

    reason = LineField(max_length=300, label=pgettext_lazy("forum", "Why do you hide it?"))


class RulesForm(OtForm):
    """What project admins allow."""

    pupils_may_open_threads = forms.BooleanField(
        required=False, label=pgettext_lazy("forum", "Pupils may begin new talks")
    )
