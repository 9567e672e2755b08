"""What educators are asked."""

from opentwinning.people.educators.forms.ambassadors import AgreeForm, AppointAmbassadorForm
from opentwinning.people.educators.forms.photo import PhotoForm
from opentwinning.people.educators.forms.profile import EditProfileForm
from opentwinning.people.educators.forms.register import BeginForm, RegistrationForm
from opentwinning.people.educators.forms.suspension import LiftForm, SuspendForm
from opentwinning.people.educators.forms.validation import AnswerForm

__all__ = [
    "AgreeForm",
    "AnswerForm",
    "AppointAmbassadorForm",
    "BeginForm",
    "EditProfileForm",
    "LiftForm",
    "PhotoForm",
    "RegistrationForm",
    "SuspendForm",
]
