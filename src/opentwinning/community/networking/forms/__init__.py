"""Forms of networking."""

from opentwinning.community.networking.forms.calls import (
    AnswerForm,
    CallForm,
    CallSearchForm,
    ReasonForm,
    ReopenForm,
)
from opentwinning.community.networking.forms.people import AskForm, DirectoryForm, NoteForm
from opentwinning.community.networking.forms.talk import BeginForm, MessageForm

__all__ = [
    "AnswerForm",
    "AskForm",
    "BeginForm",
    "CallForm",
    "CallSearchForm",
    "DirectoryForm",
    "MessageForm",
    "NoteForm",
    "ReasonForm",
    "ReopenForm",
]
