"""Everything that changes the register."""

from opentwinning.people.consents.actions.answers import (
    ask_again,
    end_overdue,
    record_answers,
    withdraw_consents,
)
from opentwinning.people.consents.actions.texts import word_form

__all__ = ["ask_again", "end_overdue", "record_answers", "withdraw_consents", "word_form"]
