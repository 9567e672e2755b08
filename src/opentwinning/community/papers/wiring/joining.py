"""Two educators become one: not while both wait with a form of their school."""

from django.utils.translation import pgettext_lazy

from opentwinning.community.papers.models import Paper
from opentwinning.core.joining import refuses

refuses(
    Paper,
    reason=pgettext_lazy("joining", "Both accounts wait with a stamped form. Wait for the answer."),
)
