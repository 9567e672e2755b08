"""Forms of organisations."""

from opentwinning.people.organisations.forms.school import (
    EditSchoolForm,
    FindSchoolForm,
    RegisterSchoolForm,
)

__all__ = ["EditSchoolForm", "FindSchoolForm", "RegisterSchoolForm"]
