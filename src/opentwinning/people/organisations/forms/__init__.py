"""Forms of organisations."""

from opentwinning.people.organisations.forms.school import (
    EditSchoolForm,
    FindSchoolForm,
    RegisterSchoolForm,
    SchoolAnswerForm,
    WorkForm,
)

__all__ = ["EditSchoolForm", "FindSchoolForm", "RegisterSchoolForm", "SchoolAnswerForm", "WorkForm"]
