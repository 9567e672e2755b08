"""Forms of the desk."""

from opentwinning.doors.desk.forms.decision import AskSchoolForm, DecisionForm
from opentwinning.doors.desk.forms.pairs import PairForm, UndoForm
from opentwinning.doors.desk.forms.regional import RegionalAnswerForm
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
    "AskSchoolForm",
    "ColumnsForm",
    "DecisionForm",
    "PairForm",
    "ReadingForm",
    "RegionalAnswerForm",
    "StartForm",
    "UndoForm",
    "UploadForm",
    "WordsForm",
]
