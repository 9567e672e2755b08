"""Forms of TwinSpaces."""

from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.twinspaces.models import TwinSpace
from opentwinning.collaboration.twinspaces.queries import cover_pictures
from opentwinning.collaboration.twinspaces.vocabulary import MAX_DESCRIPTION, MAX_TITLE
from opentwinning.core.forms import LineField, OtForm, ProseField
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.spaces.vocabulary import LOOKS_FIRST_LABELS


class SettingsForm(OtForm):
    """What stands on the home, and what pupils may do."""

    title = LineField(label=pgettext_lazy("twinspace", "Name"), max_length=MAX_TITLE)
    description = ProseField(
        label=pgettext_lazy("twinspace", "What happens here"),
        help_text=pgettext_lazy("twinspace", "Stands on the home, for teachers and pupils."),
        max_length=MAX_DESCRIPTION,
        required=False,
    )
    cover: "forms.ModelChoiceField[SpaceFile]" = forms.ModelChoiceField(
        label=pgettext_lazy("twinspace", "Picture of the home"),
        help_text=pgettext_lazy("twinspace", "One of the pictures in your files."),
        queryset=None,
        empty_label=pgettext_lazy("twinspace", "The drawing of the project"),
        to_field_name="ref",
        required=False,
    )
    pupils_may_open_threads = forms.BooleanField(
        label=pgettext_lazy("twinspace", "Pupils may begin talks in the forum"),
        help_text=pgettext_lazy("twinspace", "Off: pupils answer, teachers begin."),
        required=False,
    )

    looks_first = forms.ChoiceField(
        label=pgettext_lazy("twinspace", "Whose words does a teacher look at first?"),
        help_text=pgettext_lazy(
            "twinspace",
            "In talks and comments. Others see them after a teacher said yes. Pupils' posts in the "
            "diary always wait.",
        ),
        choices=list(LOOKS_FIRST_LABELS.items()),
        widget=forms.RadioSelect,
        required=False,
    )

    def __init__(self, *args: Any, twinspace: TwinSpace, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["cover"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = cover_pictures(twinspace)
