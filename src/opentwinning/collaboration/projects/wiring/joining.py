"""Two educators become one: not while both take part in one project."""

from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.projects.models import Invitation, Partnership
from opentwinning.core.joining import drops, refuses

drops(Invitation)
# Two founders who are one person would leave a project with one country.
refuses(
    Partnership,
    reason=pgettext_lazy("joining", "Both accounts take part in one project. Leave it with one."),
)
