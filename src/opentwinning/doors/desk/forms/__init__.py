"""Forms of the desk."""

from opentwinning.doors.desk.forms.decision import DecisionForm
from opentwinning.doors.desk.forms.registers import ImportForm, MappingForm, UploadForm

__all__ = ["DecisionForm", "ImportForm", "MappingForm", "UploadForm"]
