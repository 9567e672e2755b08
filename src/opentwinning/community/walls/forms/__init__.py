"""Writing on one's own wall."""

from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.community.walls.models import WallPost
from opentwinning.community.walls.vocabulary import CIRCLES, LONGEST, LONGEST_TITLE, Circle
from opentwinning.core.forms import LineField, OtForm, ProseField
from opentwinning.core.vocabulary import choices


class PostForm(OtForm):
    """Text, its language, and who reads it."""

    title = LineField(
        label=pgettext_lazy("walls", "Title"), max_length=LONGEST_TITLE, required=False
    )
    text = ProseField(label=pgettext_lazy("walls", "Your post"), max_length=LONGEST, rows=8)
    language = forms.ChoiceField(
        label=pgettext_lazy("walls", "Language of this text"), choices=choices("languages")
    )
    circle = forms.ChoiceField(
        label=pgettext_lazy("walls", "Who reads it?"),
        choices=list(CIRCLES.items()),
        initial=Circle.ALL,
        widget=forms.RadioSelect,
    )

    @staticmethod
    def stored(post: WallPost) -> dict[str, Any]:
        """Initial values of a post that stands."""
        return {name: getattr(post, name) for name in ("title", "text", "language", "circle")}
