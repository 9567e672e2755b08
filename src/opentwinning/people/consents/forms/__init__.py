"""Recording answers, taking them back, wording the form."""

from opentwinning.people.consents.forms.answers import RecordForm, SheetsForm
from opentwinning.people.consents.forms.texts import TextForm

__all__ = ["RecordForm", "SheetsForm", "TextForm"]
