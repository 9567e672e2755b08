"""Forms of classes and pupils."""

from opentwinning.people.pupils.forms.classes import ClassForm, ClassSettingsForm, OwnerForm
from opentwinning.people.pupils.forms.entrance import CodeForm
from opentwinning.people.pupils.forms.pupils import CardsForm, ListForm, NicknameForm, NicknamesForm

__all__ = [
    "CardsForm",
    "ClassForm",
    "ClassSettingsForm",
    "CodeForm",
    "ListForm",
    "NicknameForm",
    "NicknamesForm",
    "OwnerForm",
]
