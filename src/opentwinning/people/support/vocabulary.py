"""Topics and decisions of prepared replies."""

from enum import StrEnum

from django.utils.translation import pgettext_lazy


class Topic(StrEnum):
    """What a prepared reply is about; further desks add theirs."""

    VALIDATION = "validation"


class Decision(StrEnum):
    """Which decision a prepared reply goes with."""

    VALIDATED = "validated"
    ASKED = "asked"
    REFUSED = "refused"


DECISION_LABELS = {
    Decision.ASKED: pgettext_lazy("reply", "When you ask something"),
    Decision.REFUSED: pgettext_lazy("reply", "When you refuse"),
    Decision.VALIDATED: pgettext_lazy("reply", "When you validate"),
}
