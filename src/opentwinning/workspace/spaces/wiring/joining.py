"""Two accounts of one person become one: not while both are members of one space."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.joining import refuses
from opentwinning.workspace.spaces.models import Member

refuses(
    Member,
    reason=pgettext_lazy(
        "joining", "Both accounts are members of one TwinSpace. Leave it with one."
    ),
)
