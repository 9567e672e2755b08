"""Two educators become one: what was decided about either stays as it was decided."""

from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.recognition.models import (
    Assessment,
    Assessor,
    LabelApplication,
    QualityLabel,
)
from opentwinning.core.joining import drops, forbids, refuses
from opentwinning.people.accounts.models import Account


def _assessed_herself(kept: int, gone: int) -> bool:
    pair = (kept, gone)
    return Assessment.objects.filter(
        assessor__in=pair, application__educator__account__in=pair
    ).exists()


drops(Assessor)
_LABELS = pgettext_lazy("joining", "Both accounts asked for a label for one project.")
refuses(LabelApplication, reason=_LABELS)
refuses(QualityLabel, reason=_LABELS)
forbids(
    Account,
    _assessed_herself,
    reason=pgettext_lazy("joining", "One account assessed an application of the other."),
)
