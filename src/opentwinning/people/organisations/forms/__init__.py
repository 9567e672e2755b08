"""Forms of organisations."""

from opentwinning.people.organisations.forms.map import MapForm
from opentwinning.people.organisations.forms.school import (
    EditSchoolForm,
    FindSchoolForm,
    RegisterSchoolForm,
    SchoolAnswerForm,
    WorkForm,
)

__all__ = [
    "EditSchoolForm",
    "FindSchoolForm",
    "MapForm",
    "RegisterSchoolForm",
    "SchoolAnswerForm",
    "WorkForm",
]
