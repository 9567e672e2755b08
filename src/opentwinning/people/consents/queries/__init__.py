"""Reading the register and its texts."""

from opentwinning.people.consents.queries.forms import (
    FormWords,
    form_words,
    text_of,
    texts_of,
)
from opentwinning.people.consents.queries.register import (
    Answer,
    Line,
    access_kept_pupil,
    allowed_until,
    history_of,
    lacking,
    languages_of_forms,
    line_of,
    register_of,
)

__all__ = [
    "Answer",
    "FormWords",
    "Line",
    "access_kept_pupil",
    "allowed_until",
    "form_words",
    "history_of",
    "lacking",
    "languages_of_forms",
    "line_of",
    "register_of",
    "text_of",
    "texts_of",
]
