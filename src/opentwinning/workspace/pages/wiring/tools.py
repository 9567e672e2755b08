"""Pages in the menu of a space."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.places import SPACE_TOOLS, SpaceTool

SPACE_TOOLS.add(
    SpaceTool(
        label=pgettext_lazy("space menu", "Pages"),
        url_name="pages:tree",
        icon="book-open",
        visible_to=lambda presence: True,
    ),
    order=10,
)
