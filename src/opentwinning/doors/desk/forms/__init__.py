"""Forms of the desk."""

from opentwinning.doors.desk.forms.decision import DecisionForm
from opentwinning.doors.desk.forms.registers import (
    COLUMN_LABELS,
    ColumnsForm,
    ReadingForm,
    StartForm,
    UploadForm,
    WordsForm,
)

__all__ = [
    "COLUMN_LABELS",
    "ColumnsForm",
    "DecisionForm",
    "ReadingForm",
    "StartForm",
    "UploadForm",
    "WordsForm",
]
