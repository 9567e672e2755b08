"""Shape and wording of a class."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import LineField, OtForm
from opentwinning.core.vocabulary import choices
from opentwinning.people.educators.models import Educator
from opentwinning.people.pupils.models import SchoolClass
from opentwinning.people.pupils.queries import possible_owners_of


class ClassForm(OtForm):
    """A new class: three answers."""

    name = LineField(
        label=pgettext_lazy("classes", "Name of the class"),
        help_text=pgettext_lazy("classes", "For example 4b. It stands on the cards."),
        max_length=60,
    )
    age_band = forms.ChoiceField(
        label=pgettext_lazy("classes", "How old are the pupils?"),
        choices=choices("ages"),
        widget=forms.RadioSelect,
    )
    language = forms.ChoiceField(
        label=pgettext_lazy("classes", "Language of the class"),
        help_text=pgettext_lazy("classes", "Cards and pupils' pages speak this language."),
        choices=choices("languages", only=[code for code, _ in settings.LANGUAGES]),
    )


class ClassSettingsForm(ClassForm):
    """The same, and when cards work."""

    cards_only_in_lessons = forms.BooleanField(
        label=pgettext_lazy("classes", "Cards work only in lessons"),
        help_text=pgettext_lazy(
            "classes",
            "Off: pupils can use their cards at any time, also at home. "
            "On: only while you have opened the door.",
        ),
        required=False,
    )


class OwnerForm(OtForm):
    """A colleague of the same school."""

    educator: "forms.ModelChoiceField[Educator]" = forms.ModelChoiceField(
        label=pgettext_lazy("classes", "Teacher of your school"),
        queryset=None,
        empty_label=pgettext_lazy("classes", "Choose a teacher"),
        to_field_name="ref",
    )

    def __init__(self, *args: Any, school_class: SchoolClass, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["educator"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = possible_owners_of(school_class)
